namespace CnnGen;

/// <summary>
/// A layer of the network. It takes the output of the layer above it unless <see cref="From"/> says another; its place among the
/// attributes of the class is its place in the network.
/// </summary>
public abstract class LayerAttribute : Attribute
{
    /// <summary>
    /// The name in the summary and in weight files, unique within the model, and what other layers refer to. Default: Keras's, the
    /// layer's kind in snake case, numbered from the second one on: <c>conv2d</c>, <c>conv2d_1</c>.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// The name of the layer or input whose output this layer takes; it stands above. Default: the layer above. A sole input without
    /// a name, and what comes into a block, is called <c>"input"</c>; a named layer of a block is <c>"stage.mid"</c>, if the block's use
    /// is named <c>"stage"</c> and the layer <c>"mid"</c>.
    /// </summary>
    public string? From { get; set; }

    /// <summary>Whether training changes the layer's weights. Default: yes. Keras: <c>trainable</c>.</summary>
    public bool Trainable { get; set; } = true;
}
