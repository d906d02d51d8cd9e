using System.Net.Mime;
using CnnGen.Samples.DrawADigit.Server.Monitoring;
using CnnGen.Samples.DrawADigit.Server.Training;

namespace CnnGen.Samples.DrawADigit.Server.Requests;

/// <summary><c>POST /predict</c>: a digit comes in, what it is goes out.</summary>
internal static class PredictEndpoint
{
    public const string Address = "/predict";

    /// <summary>What a request should bring along.</summary>
    public const string Expected =
        "send JSON, {\"pixels\": [784 numbers from 0 (paper) to 1 (ink), row by row]}, or a PNG file as image/png";

    public static void Map(WebApplication site) => site.MapPost(Address, Answer);

    private static async Task<IResult> Answer(HttpRequest request, Readiness readiness, RequestMetrics metrics)
    {
        try
        {
            DigitReader reader = readiness.Reader ?? throw NotReady(readiness.Status);
            float[] pixels = await Pixels(request);
            bool isWithMaps = request.Query["maps"] == "true";
            Reading reading = isWithMaps ? reader.ReadWithMaps(pixels) : reader.Read(pixels);
            metrics.CountImage();
            return Results.Json(reading, AnswerJson.Default.Reading);
        }
        catch (RequestException exception)
        {
            return Results.Json(new ErrorAnswer(exception.Message), ServerJson.Default.ErrorAnswer, statusCode: exception.Status);
        }
        catch (BadHttpRequestException exception)
        {
            return Results.Json(new ErrorAnswer($"The body cannot be read: {exception.Message.TrimEnd('.')}."), ServerJson.Default.ErrorAnswer, statusCode: exception.StatusCode);
        }
    }

    private static async Task<float[]> Pixels(HttpRequest request) => request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        MediaTypeNames.Application.Json => PixelsRequest.Read(await RequestBody.Read(request, RequestBody.MostJsonBytes, "JSON")),
        MediaTypeNames.Image.Png => PictureRequest.Read(await RequestBody.Read(request, RequestBody.MostPictureBytes, "a PNG file")),
        null => throw new RequestException(StatusCodes.Status415UnsupportedMediaType, $"The Content-Type is missing; {Expected}."),
        var other => throw new RequestException(StatusCodes.Status415UnsupportedMediaType, $"The Content-Type '{other}' cannot be read; {Expected}."),
    };

    private static RequestException NotReady(Status status) => new(
        StatusCodes.Status503ServiceUnavailable, status.Error ?? "The network is still being trained: ask again once /health says \"ready\".");
}
