using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;

namespace CnnGen.Samples.DrawADigit.Tests;

/// <summary>Many requests at once. <c>CNNGEN_LOAD_SECONDS</c> says for how long; by default it is short.</summary>
public sealed class LoadTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const int AtOnce = 8;
    private const int Kinds = 40;

    // What the runtime takes for itself while it warms up, and gives back when it likes.
    private const long MostGrowth = 64 << 20;

    private static readonly TimeSpan s_time =
        TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("CNNGEN_LOAD_SECONDS") ?? "4", CultureInfo.InvariantCulture));

    [Fact]
    public async Task Eight_at_a_time_get_the_answers_of_one_at_a_time_and_memory_stays_flat()
    {
        Reading[] alone = new Reading[Kinds];
        for (int i = 0; i < Kinds; i++)
        {
            alone[i] = await Ask(i);
        }

        await Storm(s_time / 4, alone);
        long before = Memory();
        int answered = await Storm(s_time, alone);
        long after = Memory();

        answered.ShouldBeGreaterThanOrEqualTo(AtOnce * Kinds);
        (after - before).ShouldBeLessThan(MostGrowth, $"{before >> 20} MB before, {after >> 20} MB after {answered} requests");
        string metrics = await server.Client.GetStringAsync("metrics");
        metrics.ShouldContain("drawadigit_request_errors_total 0\n");
        metrics.ShouldNotContain("code=\"5");
    }

    // Each asks for every kind, however slow the machine is, and then until the time is up.
    private async Task<int> Storm(TimeSpan time, Reading[] expected)
    {
        int answered = 0;
        long began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(first => Task.Run(async () =>
        {
            for (int i = first; i < first + Kinds || Stopwatch.GetElapsedTime(began) < time; i++)
            {
                Reading reading = await Ask(i % Kinds);
                reading.Probabilities.ShouldBe(expected[i % Kinds].Probabilities);
                Interlocked.Increment(ref answered);
            }
        })));
        return answered;
    }

    // Every fourth kind wants the maps too.
    private async Task<Reading> Ask(int index)
    {
        using HttpResponseMessage response = await server.Client.PostAsync(index % 4 == 0 ? "predict?maps=true" : "predict", Digits.Json(index));
        response.IsSuccessStatusCode.ShouldBeTrue(response.StatusCode.ToString());
        return (await response.Content.ReadFromJsonAsync<Reading>())!;
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
