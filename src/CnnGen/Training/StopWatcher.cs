using System.Diagnostics;

namespace CnnGen;

/// <summary>What ends a training from outside: the options' token, and their time.</summary>
internal sealed class StopWatcher(TrainingRun run, TrainingOptions options)
{
    private readonly long _began = Stopwatch.GetTimestamp();

    /// <summary>Looks at both, between two steps.</summary>
    public void Look()
    {
        if (options.CancellationToken.IsCancellationRequested)
        {
            run.Stop(StopReason.Cancelled, "it was cancelled");
        }
        else if (options.TimeLimit is { } limit && Stopwatch.GetElapsedTime(_began) >= limit)
        {
            run.Stop(StopReason.TimeLimit, FormattableString.Invariant($"the time of {limit.TotalSeconds:0.###} s is up"));
        }
    }
}
