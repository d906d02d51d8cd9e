using System.Buffers;
using System.Text.Json;

namespace CnnGen;

/// <summary>
/// Writes one JSON object a line: <c>"event":"epoch"</c> with the measures of each epoch by their names, and <c>"event":"step"</c> with the
/// means over each group of steps if <see cref="EverySteps"/> asks for it. Numbers that JSON lacks are texts: <c>"NaN"</c>.
/// A resumed training cuts off what was written after its checkpoint, so that in the end the file is that of the unbroken one, measured
/// times (<c>seconds</c>, <c>images_per_second</c>) apart.
/// </summary>
public sealed class JsonLinesLog : TrainingCallback
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    private readonly string? _path;
    private readonly Stream? _stream;
    private readonly LogFile _file = new();
    private readonly StepGroup _group = new();
    private readonly ArrayBufferWriter<byte> _lines = new();
    private readonly int _everySteps;
    private bool _wasLoaded;

    /// <param name="path">The file; an old one is replaced.</param>
    public JsonLinesLog(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _path = path;
    }

    /// <param name="stream">Where the lines go, such as standard output. It stays open, and nothing in it is cut off after a resume.</param>
    public JsonLinesLog(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
    }

    /// <summary>Steps over which a line has the means: 100 for one line in a hundred steps. Default 0: only epochs.</summary>
    public int EverySteps
    {
        get => _everySteps;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _everySteps = value;
        }
    }

    /// <summary>Is told if a resumed training does not find the file that its checkpoint knew, or finds one that it did not know. Default: a line on standard error.</summary>
    public Action<string> Warn { get; init; } = static message => Console.Error.WriteLine("warning: " + message);

    /// <inheritdoc/>
    public override bool RunsInTrials => _path is null;

    internal override string? WrittenTo => _path;

    /// <inheritdoc/>
    public override void OnTrainingStart(TrainingRun run)
    {
        bool goesOn = _wasLoaded;
        _wasLoaded = false;
        _group.Start(run, goesOn);
        if (_path is null || (goesOn && _file.Reopen(_path)))
        {
            return;
        }

        // A training from the start takes the place of an earlier one; one that goes on may have meant to go on with the file too.
        if (goesOn || (run.StepsDone > 0 && LogFile.HasContent(_path)))
        {
            Warn($"{_path} is not the log that the checkpoint knew: it is written anew, with the epochs that are over.");
        }

        _file.Create(_path);
        foreach (EpochResult epoch in run.History.Epochs)
        {
            WriteEpoch(epoch, (long)epoch.Epoch * run.Steps);
        }

        Append();
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
            WriteSteps(run);
            _group.Clear();
            Append();
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun run, EpochResult result)
    {
        WriteEpoch(result, run.StepsDone);
        Append();
    }

    /// <inheritdoc/>
    public override void SaveState(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _file.SaveState(writer);
        _group.SaveState(writer);
    }

    /// <inheritdoc/>
    public override void LoadState(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _file.LoadState(reader);
        _group.LoadState(reader);
        _wasLoaded = true;
    }

    private void WriteEpoch(EpochResult result, long step) => WriteLine(json =>
    {
        Begin(json, "epoch", result.Epoch, step);
        foreach (string name in result.Names)
        {
            JsonNumber.Write(json, name, result[name]);
        }

        JsonNumber.Write(json, "learning_rate", result.LearningRate);
        JsonNumber.Write(json, "seconds", result.Seconds);
        JsonNumber.Write(json, "images_per_second", result.ImagesPerSecond);
    });

    private void WriteSteps(TrainingRun run) => WriteLine(json =>
    {
        Begin(json, "step", run.Epoch, run.StepsDone);
        foreach ((string name, double value) in _group.Values)
        {
            JsonNumber.Write(json, name, value);
        }

        JsonNumber.Write(json, "learning_rate", run.LearningRate);
        JsonNumber.Write(json, "images_per_second", run.ImagesDone / Math.Max(run.Elapsed.TotalSeconds, 1e-9));
    });

    private static void Begin(Utf8JsonWriter json, string name, int epoch, long step)
    {
        json.WriteString("event", name);
        json.WriteNumber("epoch", epoch);
        json.WriteNumber("step", step);
    }

    private void WriteLine(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(_lines))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        _lines.Write(LineEnd);
    }

    private void Append()
    {
        try
        {
            if (_stream is null)
            {
                _file.Append(_lines.WrittenSpan);
            }
            else
            {
                _stream.Write(_lines.WrittenSpan);
                _stream.Flush();
            }
        }
        finally
        {
            _lines.ResetWrittenCount();
        }
    }
}
