using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CnnGen.Samples.DrawADigit.Server.Training;

namespace CnnGen.Samples.DrawADigit.Server.Monitoring;

/// <summary><c>/health</c>, <c>/metrics</c>, <c>/network</c>, and how far the training is as <c>/progress</c>.</summary>
internal static class MonitoringEndpoints
{
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(200);

    public static void Map(WebApplication site)
    {
        site.MapGet("/health", static (Readiness readiness) => Results.Json(
            readiness.Status,
            ServerJson.Default.Status,
            statusCode: readiness.Reader is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK));
        site.MapGet("/metrics", static (RequestMetrics metrics) => Results.Text(metrics.ToString(), "text/plain; version=0.0.4; charset=utf-8"));
        site.MapGet("/network", static () => Results.Json(DigitReader.Facts, AnswerJson.Default.NetworkFacts));
        site.MapGet("/progress", static (Readiness readiness, IHostApplicationLifetime life, CancellationToken gone) =>
            TypedResults.ServerSentEvents(Progress(readiness, life.ApplicationStopping, gone)));
    }

    /// <summary>An event for each change, named by the state; the last one is "ready" or "failed".</summary>
    /// <param name="readiness">How far the training is.</param>
    /// <param name="stopping">The server ends.</param>
    /// <param name="gone">Who is told is gone.</param>
    internal static async IAsyncEnumerable<SseItem<string>> Progress(
        Readiness readiness, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        // The server's own token lives on: what is tied to it must be let go of, or each connection leaves something behind.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(gone, stopping);
        Status? told = null;
        while (!end.IsCancellationRequested)
        {
            Status status = readiness.Status;
            if (status != told)
            {
                yield return new SseItem<string>(JsonSerializer.Serialize(status, ServerJson.Default.Status), status.State);
                told = status;
            }

            if (status.IsFinal)
            {
                yield break;
            }

            await Task.Delay(s_pace, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
