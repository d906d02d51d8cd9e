namespace CnnGen;

/// <summary>What an IDX file does not say of itself.</summary>
public sealed record IdxOptions
{
    /// <summary>
    /// The order of the values of images with four dimensions: <see cref="DataFormat.ChannelsLast"/> (count × height × width ×
    /// channels) or <see cref="DataFormat.ChannelsFirst"/> (count × channels × height × width, whole planes of a colour).
    /// Default: told from the sizes, where exactly one of the two orders has 1 to 4 channels; else an error asks for it.
    /// </summary>
    public DataFormat? Format { get; init; }

    /// <summary>Whether the file has the pictures with rows and columns exchanged, as EMNIST's do. They are turned upright.</summary>
    public bool Transposed { get; init; }

    /// <summary>The label of the first class: 1 for EMNIST's letters. Classes then count from 0 as everywhere.</summary>
    public int FirstLabel { get; init; }

    /// <summary>
    /// The value of a white pixel. Default: 255; for images of floats or doubles 1 if no value is above 1, else 255. Pixels are kept as
    /// bytes, <c>255 · value / white</c> rounded.
    /// </summary>
    public double? White { get; init; }
}
