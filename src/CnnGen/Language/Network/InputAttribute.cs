namespace CnnGen;

/// <summary>
/// The shape of one input, without the batch: <c>[Input(28, 28, 1)]</c> is height 28, width 28, one channel;
/// <c>[Input(1, 28, 28, Format = DataFormat.ChannelsFirst)]</c> is the same. A network with several inputs names each:
/// <c>[Input("image", 32, 32, 3)]</c>. In a <see cref="BlockAttribute">block</see>, <c>[Input("skip")]</c> is an input beside what stands
/// above the use, and has no shape. Keras: <c>Input(shape)</c>, <c>keras/engine/input_layer.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute : Attribute
{
    /// <summary>A sole input; layers refer to it as <c>"input"</c>.</summary>
    /// <param name="shape">The dimensions, each at least 1.</param>
    public InputAttribute(params int[] shape) => Shape = shape;

    /// <summary>An input with a name, by which layers refer to it.</summary>
    /// <param name="name">The name, unique among inputs and layers.</param>
    /// <param name="shape">The dimensions, each at least 1; none in a block.</param>
    public InputAttribute(string name, params int[] shape)
    {
        Name = name;
        Shape = shape;
    }

    /// <summary>The name; <see langword="null"/> for a sole input without one.</summary>
    public string? Name { get; }

    /// <summary>The dimensions as written.</summary>
    public int[] Shape { get; }

    /// <summary>The order of <see cref="Shape"/>, the same for all inputs of a model. Default: height, width, channels.</summary>
    public DataFormat Format { get; set; } = DataFormat.ChannelsLast;
}
