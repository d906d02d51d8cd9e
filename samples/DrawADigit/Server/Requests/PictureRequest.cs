using CnnGen.Pictures;

namespace CnnGen.Samples.DrawADigit.Server.Requests;

/// <summary>A digit as a picture, brought into the form of MNIST's digits.</summary>
internal static class PictureRequest
{
    private const int MostSide = 1024;

    // Of 28 pixels, as MNIST has it.
    private const int BoxSide = 20;

    // The border's mean tells what is paper; what differs from it by less than this share of the most is no ink.
    private const int Faintest = 4;
    private const int LeastContrast = 32;

    /// <exception cref="RequestException">It is no PNG, too large, or shows nothing.</exception>
    public static float[] Read(byte[] body)
    {
        Image grey = Decode(body).ToGrey();
        byte[] ink = Ink(grey);
        int most = ink.Max();
        if (most < LeastContrast)
        {
            throw Wrong("The picture shows nothing: draw a digit on a paper of one colour");
        }

        var picture = new Image(grey.Height, grey.Width, 1, Array.ConvertAll(ink, value => (byte)(value * byte.MaxValue / most)));
        return grey is { Height: DigitReader.Side, Width: DigitReader.Side } ? Values(picture) : Values(Centred(Boxed(picture)));
    }

    private static Image Decode(byte[] body)
    {
        if (body is not [0x89, (byte)'P', (byte)'N', (byte)'G', ..])
        {
            throw Wrong("The body is no PNG file; " + PredictEndpoint.Expected);
        }

        try
        {
            (int height, int width) = PictureFile.ReadSize(body, "The picture");
            return height <= MostSide && width <= MostSide
                ? PictureFile.Read(body, "The picture")
                : throw Wrong($"The picture has {width}×{height} pixels; it may have {MostSide}×{MostSide}");
        }
        catch (CnnGenException exception)
        {
            throw Wrong(exception.Message.TrimEnd('.'));
        }
    }

    // Dark on light and light on dark become the same: 0 for paper.
    private static byte[] Ink(Image grey)
    {
        ReadOnlySpan<byte> pixels = grey.Pixels.Span;
        long sum = 0, count = 0;
        for (int i = 0; i < pixels.Length; i++)
        {
            (int row, int column) = (i / grey.Width, i % grey.Width);
            if (row == 0 || column == 0 || row == grey.Height - 1 || column == grey.Width - 1)
            {
                sum += pixels[i];
                count++;
            }
        }

        bool isLight = sum > count * byte.MaxValue / 2;
        var ink = new byte[pixels.Length];
        for (int i = 0; i < ink.Length; i++)
        {
            ink[i] = (byte)(isLight ? byte.MaxValue - pixels[i] : pixels[i]);
        }

        return ink;
    }

    // What is drawn, the longer side brought to 20 pixels.
    private static Image Boxed(Image picture)
    {
        (int top, int left, int bottom, int right) = (picture.Height, picture.Width, -1, -1);
        for (int i = 0; i < picture.Pixels.Length; i++)
        {
            if (picture.Pixels.Span[i] > byte.MaxValue / Faintest)
            {
                (int row, int column) = (i / picture.Width, i % picture.Width);
                (top, left, bottom, right) = (Math.Min(top, row), Math.Min(left, column), Math.Max(bottom, row), Math.Max(right, column));
            }
        }

        (int height, int width) = (bottom - top + 1, right - left + 1);
        var part = new byte[height * width];
        for (int row = 0; row < height; row++)
        {
            picture.Pixels.Span.Slice(((top + row) * picture.Width) + left, width).CopyTo(part.AsSpan(row * width));
        }

        double scale = (double)BoxSide / Math.Max(height, width);
        return new Image(height, width, 1, part).Resize(Math.Max(1, (int)Math.Round(height * scale)), Math.Max(1, (int)Math.Round(width * scale)));
    }

    // The centre of mass in the middle, as far as nothing is cut off.
    private static Image Centred(Image digit)
    {
        double mass = 0, down = 0, across = 0;
        for (int i = 0; i < digit.Pixels.Length; i++)
        {
            int ink = digit.Pixels.Span[i];
            mass += ink;
            down += ink * ((i / digit.Width) + 0.5);
            across += ink * ((i % digit.Width) + 0.5);
        }

        int top = Start(down / mass, digit.Height), left = Start(across / mass, digit.Width);
        var pixels = new byte[DigitReader.Pixels];
        for (int row = 0; row < digit.Height; row++)
        {
            digit.Pixels.Span.Slice(row * digit.Width, digit.Width).CopyTo(pixels.AsSpan(((top + row) * DigitReader.Side) + left));
        }

        return new Image(DigitReader.Side, DigitReader.Side, 1, pixels);
    }

    private static int Start(double centre, int size) => Math.Clamp((int)Math.Round((DigitReader.Side / 2.0) - centre), 0, DigitReader.Side - size);

    private static float[] Values(Image image) => Array.ConvertAll(image.Pixels.ToArray(), static value => value / (float)byte.MaxValue);

    private static RequestException Wrong(string what) => new(StatusCodes.Status400BadRequest, what + ".");
}
