using System.Diagnostics;
using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Measuring;

/// <summary>Clients that each send a picture, wait for the answer, and send the next.</summary>
internal static class RequestBenchmark
{
    /// <summary>The seconds that each request took, from when it was queued to when its client went on, in ascending order.</summary>
    public static double[] Measure(NetworkEntry network, int clients, double seconds)
    {
        using var subject = network.Create();
        Run(subject.Model, network, clients, WarmUp.Least.TotalSeconds);
        var latencies = Run(subject.Model, network, clients, seconds);
        Array.Sort(latencies);
        return latencies;
    }

    public static double Percentile(double[] ascending, double share) => ascending[(int)(share * (ascending.Length - 1))];

    private static double[] Run(ICnnModel model, NetworkEntry network, int clients, double seconds)
    {
        List<double>[] latencies = [.. Enumerable.Range(0, clients).Select(_ => new List<double>())];
        Thread[] threads = [.. latencies.Select((own, client) => new Thread(() => Send(model, network, client, seconds, own)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return [.. latencies.SelectMany(own => own)];
    }

    // A thread of its own, so that requests wait in one queue, as those that come in over a network do.
    private static void Send(ICnnModel model, NetworkEntry network, int client, double seconds, List<double> latencies)
    {
        var (image, answer) = (Noise.ImageBatch(network, 1, client), NetworkBenchmark.Answers(model, 1));
        var begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds)
        {
            var start = Stopwatch.GetTimestamp();
            Task.Run(() => model.Predict(image, answer)).Wait();
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
    }
}
