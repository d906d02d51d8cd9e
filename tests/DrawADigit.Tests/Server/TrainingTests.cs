using System.Net;
using System.Net.Http.Json;
using CnnGen.Samples.DrawADigit.Server;

namespace CnnGen.Samples.DrawADigit.Tests;

/// <summary>The training on the first start.</summary>
public sealed class TrainingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("draw").FullName;

    private string Weights => Path.Combine(_folder, "weights.safetensors");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_a_file_it_trains_tells_how_far_it_is_and_keeps_the_weights()
    {
        var server = new RunningServer { Options = new ServerOptions { Port = 0, Weights = Weights, Data = Digits.Folder, Epochs = 1 } };
        await server.InitializeAsync();
        HttpResponseMessage early = await server.Client.PostAsync("predict", Digits.Json(0));
        string[] events = (await server.Client.GetStringAsync("progress")).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Reading reading = await Read(server);
        await server.DisposeAsync();

        early.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await early.Content.ReadAsStringAsync()).ShouldContain("still being trained");
        events.Length.ShouldBeGreaterThan(2);
        events[0].ShouldStartWith("event: training\ndata: {\"state\":\"training\"");
        events[^2].ShouldContain("epoch 1 of 1");
        events[^1].ShouldStartWith("event: ready\n");

        // From now on it is taken from the file.
        var again = new RunningServer { Options = new ServerOptions { Port = 0, Weights = Weights } };
        await again.InitializeAsync();
        Reading second = await Read(again);
        await again.DisposeAsync();
        second.Probabilities.ShouldBe(reading.Probabilities);
    }

    [Fact]
    public async Task A_network_that_cannot_be_written_reads_digits_all_the_same()
    {
        string file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "no folder");
        TextWriter error = Console.Error;
        using var warnings = new StringWriter();
        Console.SetError(warnings);
        try
        {
            var server = new RunningServer { Options = new ServerOptions { Port = 0, Weights = Path.Combine(file, "weights.safetensors"), Data = Digits.Folder, Epochs = 1 } };
            await server.InitializeAsync();
            string events = await server.Client.GetStringAsync("progress");
            Reading reading = await Read(server);
            await server.DisposeAsync(); // which waits for what follows the training

            events.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[^1].ShouldStartWith("event: ready\n");
            reading.Probabilities.Sum().ShouldBe(1, 1e-3f);
        }
        finally
        {
            Console.SetError(error);
        }

        warnings.ToString().Trim().Split('\n').ShouldHaveSingleItem().ShouldStartWith($"warning: {Path.Combine(file, "weights.safetensors")} cannot be written: ");
        Directory.GetFileSystemEntries(_folder).ShouldBe([file]);
    }

    [Fact]
    public async Task A_training_ends_with_the_server_and_leaves_nothing()
    {
        var server = new RunningServer { Options = new ServerOptions { Port = 0, Weights = Weights, Data = Digits.Folder, Epochs = 1000 } };
        await server.InitializeAsync();
        Task<string> progress = server.Client.GetStringAsync("progress");
        await Task.Delay(300);
        await server.DisposeAsync().WaitAsync(TimeSpan.FromSeconds(20));

        await progress.ContinueWith(static _ => { }, TaskScheduler.Default).WaitAsync(TimeSpan.FromSeconds(20));
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_training_that_fails_is_told()
    {
        var server = new RunningServer { Options = new ServerOptions { Port = 0, Train = true, Data = _folder } };
        await server.InitializeAsync();
        string events = await server.Client.GetStringAsync("progress");
        HttpResponseMessage health = await server.Client.GetAsync("health");
        await server.DisposeAsync();

        events.ShouldContain("event: failed\ndata: {\"state\":\"failed\",\"error\":\"The network could not be trained: ");
        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private static async Task<Reading> Read(RunningServer server)
    {
        HttpResponseMessage response = await server.Client.PostAsync("predict", Digits.Json(0));
        return (await response.Content.ReadFromJsonAsync<Reading>())!;
    }
}
