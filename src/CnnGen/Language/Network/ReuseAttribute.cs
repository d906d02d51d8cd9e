namespace CnnGen;

/// <summary>
/// A layer used once more, with the same weights: <c>[Reuse("encoder", From = "right", Name = "right_code")]</c>. The input needs the
/// shape that the layer was made for wherever its weights depend on it. <see cref="LayerAttribute.Name"/> is what other layers refer
/// to; the summary has one row for the layer. Keras: calling a layer twice.
/// </summary>
/// <param name="layer">The name of a layer above.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReuseAttribute(string layer) : LayerAttribute
{
    /// <summary>The name of the layer that is used again.</summary>
    public string Layer { get; } = layer;
}
