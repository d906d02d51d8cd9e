namespace CnnGen;

/// <summary>
/// How fast a training goes and when it is over, by what this process has measured: right at once after a resume, and never of what
/// another machine did. Older steps count less and less.
/// </summary>
/// <remarks>Packages that show a training link this file.</remarks>
/// <param name="time">The clock.</param>
internal sealed class TrainingPace(TimeProvider time)
{
    // Seconds of training after which what was measured before counts half.
    private const double Window = 10;

    private long _last;
    private int _stepsOfAll;
    private int _imagesBefore;
    private double _seconds;
    private double _images;
    private double _steps;
    private double _validationSeconds;
    private int _validations;

    /// <summary>Training images a second; 0 before the first step.</summary>
    public double ImagesPerSecond => _seconds > 0 ? _images / _seconds : 0;

    /// <summary>The training begins or goes on.</summary>
    public void Start(TrainingRun run)
    {
        _last = time.GetTimestamp();
        _imagesBefore = run.ImagesDone;
        (_seconds, _images, _steps, _stepsOfAll, _validationSeconds, _validations) = (0, 0, 0, 0, 0, 0);
    }

    /// <summary>Before the first step of an epoch.</summary>
    public void StartEpoch()
    {
        _last = time.GetTimestamp();
        _imagesBefore = 0;
    }

    /// <summary>After a step.</summary>
    public void EndStep(TrainingRun run)
    {
        // The very first one, which also compiles code and takes memory, counts only until there is another.
        if (_stepsOfAll++ == 1)
        {
            (_seconds, _images, _steps) = (0, 0, 0);
        }

        _seconds += SecondsSinceLast();
        _images += run.ImagesDone - _imagesBefore;
        _steps++;
        _imagesBefore = run.ImagesDone;
        if (_seconds > Window)
        {
            (_seconds, _images, _steps) = (_seconds / 2, _images / 2, _steps / 2);
        }
    }

    /// <summary>After an epoch and its validation.</summary>
    public void EndEpoch()
    {
        _validationSeconds += SecondsSinceLast();
        _validations++;
    }

    /// <summary>What the steps and validations that are left will take; <see langword="null"/> before the first step.</summary>
    public TimeSpan? Left(TrainingRun run)
    {
        if (_steps == 0)
        {
            return null;
        }

        double training = Math.Max(run.StepsInAll - run.StepsDone, 0) * _seconds / _steps;
        double validation = _validations == 0 ? 0 : (run.Settings.Epochs - run.History.Epochs.Count) * _validationSeconds / _validations;
        return TimeSpan.FromSeconds(Math.Min(training + validation, TimeSpan.FromDays(999).TotalSeconds));
    }

    private double SecondsSinceLast()
    {
        long now = time.GetTimestamp();
        double seconds = time.GetElapsedTime(_last, now).TotalSeconds;
        _last = now;
        return seconds;
    }
}
