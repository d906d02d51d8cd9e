namespace CnnGen;

/// <summary>
/// The shape of one input, without the batch: <c>[Input(28, 28, 1)]</c> is height 28, width 28, one channel;
/// <c>[Input(1, 28, 28, Format = DataFormat.ChannelsFirst)]</c> is the same. Keras: <c>Input(shape)</c>, <c>keras/engine/input_layer.py</c>.
/// </summary>
/// <param name="shape">The dimensions, each at least 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class InputAttribute(params int[] shape) : Attribute
{
    /// <summary>The dimensions as written.</summary>
    public int[] Shape { get; } = shape;

    /// <summary>The order of <see cref="Shape"/>. Default: height, width, channels.</summary>
    public DataFormat Format { get; set; } = DataFormat.ChannelsLast;
}
