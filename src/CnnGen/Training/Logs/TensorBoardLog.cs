using System.Globalization;

namespace CnnGen;

/// <summary>
/// Writes a TensorBoard event file: <c>epoch/loss</c>, <c>epoch/accuracy</c>, <c>epoch/val_loss</c> and so on after each epoch, the learning
/// rate with them, and the means over each group of steps as <c>step/…</c> if <see cref="EverySteps"/> asks for it. What is drawn along
/// the axis is always the number of steps, so that both lie on one another. A resumed training cuts off what was written after its checkpoint and goes on in the
/// same file; if that is gone, a new one holds the epochs that are over and marks the step at which it begins.
/// </summary>
/// <param name="directory">A folder for this training alone; event files of an earlier one are replaced.</param>
public sealed class TensorBoardLog(string directory) : TrainingCallback
{
    private const string Prefix = "events.out.tfevents.";
    private const string Suffix = ".cnngen";

    private readonly LogFile _file = new();
    private readonly StepGroup _group = new();
    private readonly int _everySteps;
    private string _name = "";
    private bool _wasLoaded;

    /// <summary>Steps over which a point has the means: 100 for one point in a hundred steps. Default 0: only epochs.</summary>
    public int EverySteps
    {
        get => _everySteps;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _everySteps = value;
        }
    }

    /// <summary>The clock that the events' times and the file's name are taken from. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Is told if a resumed training does not find the file that its checkpoint knew, or finds others. Default: a line on standard error.</summary>
    public Action<string> Warn { get; init; } = static message => Console.Error.WriteLine("warning: " + message);

    /// <inheritdoc/>
    public override bool RunsInTrials => false;

    internal override string? WrittenTo => directory;

    /// <inheritdoc/>
    public override void OnTrainingStart(TrainingRun run)
    {
        bool goesOn = _wasLoaded;
        _wasLoaded = false;
        _group.Start(run, goesOn);
        if (goesOn && _file.Reopen(Path.Combine(directory, _name)))
        {
            return;
        }

        if (goesOn)
        {
            Warn($"{_file.Path} is not the log that the checkpoint knew: a new one is begun, with the epochs that are over.");
        }
        else if (run.StepsDone > 0 && OldFiles() is [.., var last])
        {
            Warn($"{last} is not a log that the checkpoint knew: a new one is begun, with the epochs that are over.");
        }

        Begin(run);
    }

    /// <inheritdoc/>
    public override void OnBatchEnd(TrainingRun run)
    {
        if (EverySteps == 0)
        {
            return;
        }

        _group.Add(run.LastBatch);
        if (run.StepsDone % EverySteps == 0)
        {
            KeyValuePair<string, double>[] values = [.. Tagged("step/", _group.Values, run.LearningRate)];
            _group.Clear();
            Append(events => events.Scalars(run.StepsDone, values));
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun run, EpochResult result) => Append(events => Epoch(events, result, run.StepsDone));

    /// <inheritdoc/>
    public override void SaveState(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(_name);
        _file.SaveState(writer);
        _group.SaveState(writer);
    }

    /// <inheritdoc/>
    public override void LoadState(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _name = reader.ReadString();
        _file.LoadState(reader);
        _group.LoadState(reader);
        _wasLoaded = true;
    }

    // A viewer that has the old file open forgets its points from the start mark on. Viewers read the files of a folder in the order of
    // their names.
    private void Begin(TrainingRun run)
    {
        long done = run.StepsDone;
        long earlier = DeleteFiles();
        long second = Time.GetUtcNow().ToUnixTimeSeconds();
        second = done > 0 ? Math.Max(second, earlier + 1) : second;
        _name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{second:0000000000}{Suffix}");
        _file.Create(Path.Combine(directory, _name));
        Append(events =>
        {
            events.Version();
            if (done > 0)
            {
                events.Start(done + 1);
            }

            foreach (EpochResult epoch in run.History.Epochs)
            {
                Epoch(events, epoch, (long)epoch.Epoch * run.Steps);
            }
        });
    }

    /// <summary>Deletes what earlier trainings left, and gives the last one's second.</summary>
    private long DeleteFiles()
    {
        string[] files = OldFiles();
        try
        {
            Array.ForEach(files, File.Delete);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw AtomicFile.NotWritten(directory, exception);
        }

        return files.Length == 0 ? 0 : SecondOf(files[^1]) ?? 0;
    }

    /// <summary>What earlier trainings left, the last one at the end.</summary>
    private string[] OldFiles()
    {
        try
        {
            string[] files = Directory.Exists(directory) ? Directory.GetFiles(directory, Prefix + "*" + Suffix) : [];
            return [.. files.Where(static file => SecondOf(file) is not null).OrderBy(SecondOf)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw AtomicFile.NotWritten(directory, exception);
        }
    }

    // The second in a file's name; none if it is not of this class.
    private static long? SecondOf(string file)
    {
        ReadOnlySpan<char> second = Path.GetFileName(file.AsSpan())[Prefix.Length..^Suffix.Length];
        return second.Length == 10 && long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
    }

    private static void Epoch(TensorBoardEvents events, EpochResult result, long step) => events.Scalars(
        step, Tagged("epoch/", result.Names.Select(name => KeyValuePair.Create(name, result[name])), result.LearningRate));

    private static IEnumerable<KeyValuePair<string, double>> Tagged(
        string prefix, IEnumerable<KeyValuePair<string, double>> values, double learningRate) => values
            .Append(new("learning_rate", learningRate))
            .Select(value => KeyValuePair.Create(prefix + value.Key, value.Value));

    private void Append(Action<TensorBoardEvents> write)
    {
        var events = new TensorBoardEvents(Time);
        write(events);
        _file.Append(events.Records);
    }
}
