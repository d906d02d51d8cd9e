using System.Diagnostics;

namespace CnnGen;

/// <summary>Writes checkpoints as often as was asked for, in the background: training waits only while its state is copied.</summary>
internal sealed class CheckpointWriter(CheckpointFolder folder, Every every)
{
    // Of all time, checkpoints take no more than one part of so many.
    private const double LeastInterval = 100;

    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private Task<TimeSpan> _writing = Task.FromResult(TimeSpan.Zero);
    private TimeSpan _interval = every.Time ?? TimeSpan.Zero;
    private long _lastStep;

    /// <summary>The time in which those were written that are on disk.</summary>
    public TimeSpan Written { get; private set; }

    /// <summary>Whether it is time for the next one.</summary>
    /// <param name="step">Steps over all epochs.</param>
    /// <param name="isEpochEnd">Whether an epoch has just ended.</param>
    public bool IsDue(long step, bool isEpochEnd) =>
        every.Time is not null ? _sinceLast.Elapsed >= _interval
        : every.Count is { } count ? step / count > _lastStep / count
        : isEpochEnd;

    /// <summary>Says from where steps are counted.</summary>
    public void BeginAt(long step) => _lastStep = step;

    /// <summary>Copies a state and begins to write it.</summary>
    /// <exception cref="FileWriteException">The one before could not be written; this one is tried all the same.</exception>
    public void Begin(Func<CheckpointState> copy)
    {
        long began = Stopwatch.GetTimestamp();
        _sinceLast.Restart();
        try
        {
            Finish();
        }
        finally
        {
            CheckpointState state = copy();
            _lastStep = state.StepsDone;
            _writing = Task.Run(() => Write(state));
        }

        if (every.Time is { } time)
        {
            double paused = Stopwatch.GetElapsedTime(began).TotalSeconds;
            _interval = TimeSpan.FromSeconds(Math.Max(time.TotalSeconds, LeastInterval * paused));
        }
    }

    /// <summary>Waits until what was begun is on disk.</summary>
    /// <exception cref="FileWriteException">It could not be written.</exception>
    public void Finish()
    {
        Task<TimeSpan> writing = _writing;
        _writing = Task.FromResult(TimeSpan.Zero);
        Written += writing.GetAwaiter().GetResult();
    }

    private TimeSpan Write(CheckpointState state)
    {
        long began = Stopwatch.GetTimestamp();
        folder.Write(state);
        return Stopwatch.GetElapsedTime(began);
    }
}
