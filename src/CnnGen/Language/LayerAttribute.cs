namespace CnnGen;

/// <summary>A layer of the network. Its place among the attributes of the class is its place in the network.</summary>
public abstract class LayerAttribute : Attribute
{
    /// <summary>
    /// The name in the summary and in weight files, unique within the model. Default: Keras's, the layer's kind in snake case,
    /// numbered from the second one on: <c>conv2d</c>, <c>conv2d_1</c>.
    /// </summary>
    public string? Name { get; set; }
}
