namespace CnnGen;

/// <summary>A layer with several inputs.</summary>
/// <param name="layers">The names of layers or inputs. With a single one, the layer above is the first input.</param>
public abstract class MergeAttribute(string[] layers) : LayerAttribute
{
    /// <summary>The names as written.</summary>
    public string[] Layers { get; } = layers;
}
