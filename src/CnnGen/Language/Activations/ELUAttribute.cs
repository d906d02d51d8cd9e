namespace CnnGen;

/// <summary>
/// x where x &gt; 0, else α·(eˣ − 1); the shape stays, no parameters.
/// Keras: <c>ELU</c>, <c>keras/layers/activation/elu.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ELUAttribute : LayerAttribute
{
    /// <summary>The depth α to which negative values go. Default 1.</summary>
    public double Alpha { get; set; } = 1;
}
