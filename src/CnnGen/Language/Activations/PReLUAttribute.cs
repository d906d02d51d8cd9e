namespace CnnGen;

/// <summary>
/// x where x &gt; 0, else a learned slope times x; the shape stays. Parameters: one slope, from 0, for each value of the shape; axes in
/// <see cref="SharedAxes"/> have one in common. H × W × C with shared axes 1 and 2: C.
/// Keras: <c>PReLU</c>, <c>keras/layers/activation/prelu.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PReLUAttribute : LayerAttribute
{
    /// <summary>
    /// The axes along which one slope serves all, counted with the batch: 1 is the first of the shape, -1 the last.
    /// <c>SharedAxes = new[] { 1, 2 }</c> leaves one slope for each channel of an image. Default: none.
    /// </summary>
    public int[] SharedAxes { get; set; } = [];
}
