using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CnnGen.Package.Tests.Templates;

/// <summary>The web template's program while it runs, on a port that was free.</summary>
internal sealed class RunningSite : IDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly HttpClient _client;

    /// <param name="project">What was built.</param>
    /// <param name="trainsOn">Where MNIST is.</param>
    public RunningSite(MadeProject project, string trainsOn)
    {
        ProcessStartInfo start = project.Command("--urls", "http://127.0.0.1:0");
        start.Environment["CNNGEN_MNIST_DIR"] = trainsOn;
        start.RedirectStandardOutput = true;
        _process = Process.Start(start)!;
        _client = new HttpClient { BaseAddress = Address(), Timeout = s_limit };
        // Whoever does not read what a program says holds it up.
        _ = _process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Waits until the network is there.</summary>
    public async Task Ready()
    {
        for (var time = Stopwatch.StartNew(); time.Elapsed < s_limit; await Task.Delay(100))
        {
            using HttpResponseMessage health = await _client.GetAsync("health");
            string state = await health.Content.ReadAsStringAsync();
            if (health.IsSuccessStatusCode)
            {
                return;
            }

            state.ShouldBe("""{"state":"training"}""");
        }

        throw new TimeoutException("The network is still being trained.");
    }

    public Task<string> Page() => _client.GetStringAsync("");

    /// <summary>What is said of a request that is wrong.</summary>
    public async Task<string> Error(string body)
    {
        using HttpResponseMessage answer = await _client.PostAsync("predict", new StringContent(body, null, "application/json"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString()!;
    }

    /// <summary>How many digits are read right.</summary>
    public async Task<int> CountRight(IEnumerable<ShippedDigit> digits)
    {
        int right = 0;
        foreach (ShippedDigit digit in digits)
        {
            using HttpResponseMessage answer = await _client.PostAsJsonAsync("predict", new { pixels = digit.Pixels });
            JsonElement prediction = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
            prediction.GetProperty("probabilities").GetArrayLength().ShouldBe(10);
            right += prediction.GetProperty("digit").GetInt32() == digit.Label ? 1 : 0;
        }

        return right;
    }

    public void Dispose()
    {
        _client?.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private Uri Address()
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Split(Listening) is [_, var address])
            {
                return new Uri(address);
            }
        }

        throw new InvalidOperationException("The program ended before it listened.");
    }
}
