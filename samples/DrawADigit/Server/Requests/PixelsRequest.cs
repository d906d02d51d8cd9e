using System.Text.Json;

namespace CnnGen.Samples.DrawADigit.Server.Requests;

/// <summary>A digit as numbers.</summary>
/// <param name="Pixels">784 numbers, row by row: 0 for paper, 1 for ink.</param>
internal sealed record PixelsRequest(float[]? Pixels)
{
    /// <exception cref="RequestException">It is no JSON, or of another form.</exception>
    public static float[] Read(byte[] body)
    {
        float[]? pixels;
        try
        {
            pixels = JsonSerializer.Deserialize(body, ServerJson.Default.PixelsRequest)?.Pixels;
        }
        catch (JsonException exception)
        {
            throw Wrong($"The body cannot be read as such JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})");
        }

        if (pixels is null)
        {
            throw Wrong("The JSON has no \"pixels\"");
        }

        if (pixels.Length != DigitReader.Pixels)
        {
            throw Wrong($"\"pixels\" has {pixels.Length} numbers");
        }

        int wrong = Array.FindIndex(pixels, static value => !(value >= 0 && value <= 1));
        return wrong < 0
            ? pixels
            : throw Wrong(FormattableString.Invariant($"The number {pixels[wrong]} at place {wrong} of \"pixels\" is not from 0 to 1 (bytes are to be divided by 255)"));
    }

    private static RequestException Wrong(string what) => new(StatusCodes.Status400BadRequest, $"{what}; {PredictEndpoint.Expected}.");
}
