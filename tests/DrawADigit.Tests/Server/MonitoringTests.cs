using System.Net;
using CnnGen.Samples.DrawADigit.Server.Monitoring;
using CnnGen.Samples.DrawADigit.Server.Training;

namespace CnnGen.Samples.DrawADigit.Tests;

/// <summary><c>/health</c>, <c>/metrics</c>, <c>/network</c>, and who is answered at all.</summary>
public sealed class MonitoringTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task It_says_that_it_is_ready() => (await server.Client.GetStringAsync("health")).ShouldBe("{\"state\":\"ready\"}");

    [Fact]
    public async Task It_counts_requests_errors_images_and_seconds()
    {
        await server.Client.PostAsync("predict", Digits.Json(0));
        await server.Client.PostAsync("predict", Digits.Json(1));
        await server.Client.PostAsync("predict", Digits.Json("{}"));
        HttpResponseMessage response = await server.Client.GetAsync("metrics");
        string[] lines = (await response.Content.ReadAsStringAsync()).Split('\n');

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        lines.ShouldContain("drawadigit_requests_total{code=\"200\"} 2");
        lines.ShouldContain("drawadigit_requests_total{code=\"400\"} 1");
        lines.ShouldContain("drawadigit_request_errors_total 1");
        lines.ShouldContain("drawadigit_images_total 2");
        lines.ShouldContain("drawadigit_request_seconds_bucket{le=\"+Inf\"} 3");
        lines.ShouldContain("drawadigit_request_seconds_count 3");
        lines.ShouldContain(line => line.StartsWith("drawadigit_request_seconds_sum 0.", StringComparison.Ordinal));
        foreach (string line in lines.Where(line => line.Length > 0))
        {
            line.ShouldMatch("^(# (HELP|TYPE) drawadigit_[a-z_]+ .+|drawadigit_[a-z_]+(\\{[a-z]+=\"[^\"]+\"\\})? [0-9.eE+-]+)$");
        }
    }

    /// <summary>A connection to <c>/progress</c> that is over holds nothing, however long the server runs.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_is_over_leaves_nothing(bool isBrokenOff)
    {
        const int Connections = 20_000;
        using var readiness = new Readiness();
        readiness.Become(isBrokenOff ? Status.Training(0, "") : Status.Failed(""));
        using var stopping = new CancellationTokenSource();
        await Follow();
        long before = GC.GetTotalMemory(forceFullCollection: true);

        for (int i = 0; i < Connections; i++)
        {
            await Follow();
        }

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(Connections * 50);

        // The first event, and then no more: it is the last one, or who asked is gone.
        async Task Follow()
        {
            using var gone = new CancellationTokenSource();
            await foreach (System.Net.ServerSentEvents.SseItem<string> item in MonitoringEndpoints.Progress(readiness, stopping.Token, gone.Token))
            {
                item.EventType.ShouldBe(readiness.Status.State);
                await gone.CancelAsync();
            }
        }
    }

    [Fact]
    public async Task It_tells_of_the_network() =>
        (await server.Client.GetStringAsync("network")).ShouldContain($"\"parameters\":{DigitCnn.ParameterCount},\"multiplyAdds\":{DigitCnn.MultiplyAdds}");

    [Fact]
    public async Task A_page_under_another_name_gets_no_answer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "health") { Headers = { Host = "elsewhere.example" } };

        (await server.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        (await server.Client.GetAsync("nothing")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await server.Client.GetAsync("../Weights/digits.safetensors")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await server.Client.GetAsync("predict")).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }
}
