using CnnGen;
using Network._1;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<DigitReader>();
builder.Services.AddHostedService(services => services.GetRequiredService<DigitReader>());

WebApplication site = builder.Build();
site.UseDefaultFiles();
site.UseStaticFiles();

site.MapGet("/health", (DigitReader reader) =>
    Results.Json(new { state = reader.State }, statusCode: reader.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));

site.MapPost("/predict", (Drawing drawing, DigitReader reader) =>
{
    if (drawing.Pixels is not { Length: 784 } pixels || !pixels.All(value => value is >= 0 and <= 1))
    {
        return Results.BadRequest(new { error = "Send {\"pixels\": [784 numbers from 0 (paper) to 1 (ink), row by row]}." });
    }

    if (!reader.IsReady)
    {
        return Results.Json(new { error = $"The network is not ready: {reader.State}" }, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    Prediction prediction = reader.Read(pixels);
    return Results.Ok(new { digit = prediction.Label, probability = prediction.Probability, probabilities = prediction.Probabilities });
});

site.Run();

/// <summary>What the page sends.</summary>
/// <param name="Pixels">28 rows of 28 numbers: 0 for paper, 1 for ink.</param>
internal sealed record Drawing(float[]? Pixels);
