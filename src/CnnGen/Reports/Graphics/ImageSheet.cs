namespace CnnGen;

/// <summary>
/// Images of a data set in one picture, which the style sheet holds once; wherever one is shown, the picture is moved behind a window.
/// </summary>
internal sealed class ImageSheet
{
    private const int Columns = 32;

    // What is white on black in the data is ink on paper on a light page.
    private const string Inverted = "@media (prefers-color-scheme: light) { .example { filter: invert(1); } }\n@media print { .example { filter: invert(1); } }\n";

    private readonly ImageDataset _data;
    private readonly Dictionary<int, int> _places = [];

    public ImageSheet(ImageDataset data) => _data = data;

    /// <summary>How many images are on it.</summary>
    public int Count => _places.Count;

    private bool IsGrey => _data.Channels is 1 or 2;

    private int Rows => Math.Max((_places.Count + Columns - 1) / Columns, 1);

    /// <summary>An image of the data set in the page.</summary>
    /// <param name="index">Which one.</param>
    /// <param name="description">What it shows, for those who do not see it.</param>
    public Markup Show(int index, string description)
    {
        if (!_places.TryGetValue(index, out int place))
        {
            _places[index] = place = _places.Count;
        }

        return Markup.Of($"<span class=\"example\" role=\"img\" aria-label=\"{description}\" style=\"--x:{place % Columns};--y:{place / Columns}\"></span>");
    }

    /// <summary>The style sheet's part of it.</summary>
    public Markup Style()
    {
        double ratio = (double)_data.Width / _data.Height;
        return Markup.Of($$"""
            .example { --columns: {{Columns}}; --ratio: {{ratio:0.####}}; background-image: url("{{Address()}}"); }

            """).AddVerbatim(IsGrey ? Inverted : "");
    }

    private string Address()
    {
        int channels = IsGrey ? 1 : 3;
        int row = Columns * _data.Width * channels;
        var sheet = new byte[Rows * _data.Height * row];
        foreach ((int index, int place) in _places)
        {
            ReadOnlySpan<byte> pixels = Plain(_data.Images[index]).Pixels.Span;
            int length = _data.Width * channels;
            for (int y = 0; y < _data.Height; y++)
            {
                int start = (((place / Columns * _data.Height) + y) * row) + (place % Columns * length);
                pixels.Slice(y * length, length).CopyTo(sheet.AsSpan(start));
            }
        }

        return PngImage.DataAddress(Rows * _data.Height, Columns * _data.Width, channels, sheet);
    }

    // More channels than a picture has are shown by the first three of them.
    private Image Plain(Image image) => image.Channels switch
    {
        1 or 3 => image,
        2 => Channels(image, 1),
        4 => image.ToColour(),
        _ => Channels(image, 3),
    };

    private static Image Channels(Image image, int count)
    {
        var pixels = new byte[image.Height * image.Width * count];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = image.Pixels.Span[(i / count * image.Channels) + (i % count)];
        }

        return new Image(image.Height, image.Width, count, pixels);
    }
}
