using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Shapes;

/// <summary>
/// The shape of one example's values, without the batch, as the model's author writes it: height, width, channels, or with the
/// channels first. Any number of axes; one axis is a vector.
/// </summary>
/// <remarks>
/// The tensor of a batch is always PyTorch's: N × values of a vector, N × channels × the other axes of everything else.
/// <see cref="TensorAxis"/> and <see cref="TensorSizes"/> go over to it.
/// </remarks>
internal sealed record Shape(EquatableArray<int> Dimensions, DataFormat Format)
{
    public int Rank => Dimensions.Count;

    public bool IsVector => Rank == 1;

    /// <summary>The place of the channels among the dimensions.</summary>
    public int ChannelAxis => Format == DataFormat.ChannelsFirst ? 0 : Rank - 1;

    /// <summary>The channels of a map, the values of a vector.</summary>
    public int Channels => Dimensions[ChannelAxis];

    /// <summary>The last dimension as written: what Dense and Softmax work on.</summary>
    public int Last => Dimensions[Rank - 1];

    /// <summary>The dimensions without the channels: height and width of an image.</summary>
    public EquatableArray<int> Spatial => Dimensions.Where((_, axis) => axis != ChannelAxis).ToEquatableArray();

    /// <summary>Throws <see cref="System.OverflowException"/> where there are more than a long can count.</summary>
    public long Count => Dimensions.Aggregate(1L, static (product, size) => checked(product * size));

    /// <summary><c>28×28×1</c>.</summary>
    public string Text => Join("×");

    /// <summary>The sizes of a batch's tensor behind the batch.</summary>
    public IEnumerable<int> TensorSizes => IsVector ? Dimensions : Spatial.Prepend(Channels);

    public Shape Reshaped(IEnumerable<int> dimensions) => this with { Dimensions = dimensions.ToEquatableArray() };

    /// <summary>All values in one row.</summary>
    public Shape Vector(int values) => this with { Dimensions = EquatableArray.Of(values) };

    /// <summary>The same shape with another size along one axis.</summary>
    public Shape With(int axis, int size) => Reshaped(Dimensions.Select((old, i) => i == axis ? size : old));

    public Shape WithChannels(int channels) => With(ChannelAxis, channels);

    /// <summary>The same channels on a map of another size.</summary>
    public Shape WithSpatial(IEnumerable<int> sizes)
    {
        List<int> dimensions = sizes.ToList();
        dimensions.Insert(Format == DataFormat.ChannelsFirst ? 0 : dimensions.Count, Channels);
        return Reshaped(dimensions);
    }

    /// <summary>Where an axis of the shape stands in a batch's tensor.</summary>
    public int TensorAxis(int axis) =>
        axis == ChannelAxis ? 1
        : Format == DataFormat.ChannelsFirst ? axis + 1
        : axis + 2;

    public string Join(string separator) => string.Join(separator, Dimensions.Select(static size => Words.Text(size)));
}
