using System.Diagnostics;
using CnnGen.Samples.DrawADigit.Server.Requests;

namespace CnnGen.Samples.DrawADigit.Server.Monitoring;

/// <summary>Measures requests to <c>/predict</c>, and answers what nobody foresaw with a sentence.</summary>
internal sealed class RequestWatch(RequestDelegate next, RequestMetrics metrics, ILogger<RequestWatch> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        long began = Stopwatch.GetTimestamp();
        context.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who asked is gone.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            log.LogError(exception, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsJsonAsync(new ErrorAnswer("The server made a mistake; its console says which."), ServerJson.Default.ErrorAnswer);
        }

        if (context.Request.Path == PredictEndpoint.Address)
        {
            metrics.CountRequest(context.Response.StatusCode, Stopwatch.GetElapsedTime(began));
        }
    }
}
