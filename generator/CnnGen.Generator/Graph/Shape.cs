using System.Globalization;
using System.Linq;
using CnnGen.Generator.Common;

namespace CnnGen.Generator.Graph;

/// <summary>
/// The shape of one image's values, without the batch: a map of height, width and channels, or a vector.
/// Kept in this order whatever the model's format; only its text follows the format.
/// </summary>
internal sealed record Shape(EquatableArray<int> Dimensions)
{
    public static Shape Vector(int values) => new(EquatableArray.Of(values));

    public static Shape Map(int height, int width, int channels) => new(EquatableArray.Of(height, width, channels));

    public bool IsMap => Dimensions.Count == 3;

    public int Height => Dimensions[0];

    public int Width => Dimensions[1];

    /// <summary>The last axis: the channels of a map, the values of a vector.</summary>
    public int Channels => Dimensions[Dimensions.Count - 1];

    /// <summary>Throws <see cref="System.OverflowException"/> where there are more than a long can count.</summary>
    public long Count => Dimensions.Aggregate(1L, static (product, size) => checked(product * size));

    /// <summary>The dimensions in the order that the model's author writes them.</summary>
    public EquatableArray<int> Written(DataFormat format) =>
        format == DataFormat.ChannelsFirst && IsMap ? EquatableArray.Of(Channels, Height, Width) : Dimensions;

    /// <summary><c>28×28×1</c>.</summary>
    public string Text(DataFormat format) => Join("×", format);

    public string Join(string separator, DataFormat format) => string.Join(
        separator, Written(format).Select(static size => size.ToString(CultureInfo.InvariantCulture)));
}
