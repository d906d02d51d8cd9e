namespace CnnGen;

/// <summary>
/// A vector n times, one below the other: F → n × F. No parameters. Keras: <c>RepeatVector</c>,
/// <c>keras/layers/reshaping/repeat_vector.py</c>.
/// </summary>
/// <param name="n">How often, at least once.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RepeatVectorAttribute(int n) : LayerAttribute
{
    /// <summary>How often.</summary>
    public int N { get; } = n;
}
