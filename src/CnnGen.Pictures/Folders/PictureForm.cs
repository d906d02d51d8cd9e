namespace CnnGen.Pictures;

/// <summary>The size and the channels that pictures are brought to; what is not said must be the same in all of them.</summary>
internal sealed record PictureForm
{
    /// <summary>Nothing is changed.</summary>
    public static PictureForm AsItIs { get; } = new();

    /// <summary>The size.</summary>
    public PictureSize? Size { get; init; }

    /// <summary>One channel or three.</summary>
    public int? Channels { get; init; }

    public PictureForm Resize(int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        return this with { Size = new PictureSize(height, width) };
    }

    /// <summary>Reads a picture.</summary>
    public Image Read(string path)
    {
        Image image = PictureFile.Read(path);
        image = Channels switch { 1 => image.ToGrey(), 3 => image.ToColour(), _ => image };
        return Size is { } size ? image.Resize(size.Height, size.Width) : image;
    }

    /// <summary>Reads a picture that must have a shape.</summary>
    /// <exception cref="CnnGenException">It has another one.</exception>
    public Image Read(string path, DataInput input, string first)
    {
        Image image = Read(path);
        if (image.Channels != input.Shape[2])
        {
            throw new CnnGenException(
                $"{path} has {Plural(image.Channels)}, but {first} has {input.Shape[2]}: bring all to the same by ToGrey() or ToColour().");
        }

        return image.Height == input.Shape[0] && image.Width == input.Shape[1]
            ? image
            : throw new CnnGenException(
                $"{path} has {image.Width}×{image.Height} pixels, but {first} has {input.Shape[1]}×{input.Shape[0]}: bring all to one size by Resize(height, width).");
    }

    private static string Plural(int channels) => channels == 1 ? "1 channel" : $"{channels} channels";
}
