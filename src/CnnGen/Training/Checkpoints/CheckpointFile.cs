using System.Text.Json;

namespace CnnGen;

/// <summary>
/// A checkpoint that was read: one safetensors file with the weights under their own names, the states of optimizer and callbacks as bytes,
/// settings and history in the metadata. One file is replaced at once, so its parts always belong together.
/// </summary>
internal sealed class CheckpointFile
{
    private readonly IReadOnlyList<Weight> _weights;
    private readonly Dictionary<string, byte[]> _states;
    private readonly IReadOnlyDictionary<string, string> _metadata;

    private CheckpointFile(string path, CheckpointRecord record, IReadOnlyList<Weight> weights, SafetensorsContent content)
    {
        (Path, Record, _weights, _metadata) = (path, record, weights, content.Metadata);
        _states = content.Tensors
            .Where(static tensor => tensor.Values is byte[])
            .ToDictionary(static tensor => tensor.Name, static tensor => (byte[])tensor.Values);
    }

    public string Path { get; }

    public CheckpointRecord Record { get; }

    /// <summary>Reads a checkpoint of a model; changes nothing.</summary>
    /// <exception cref="CnnGenException">The file cannot be read, is no checkpoint, or is one of another model.</exception>
    public static CheckpointFile Read(string path, ITrainableModel model)
    {
        SafetensorsContent content = WeightFile.Read(path);
        if (!content.Metadata.TryGetValue(CheckpointState.RecordKey, out string? text))
        {
            throw new CnnGenException($"{path} holds weights but no training: it is not a checkpoint.");
        }

        var file = new CheckpointFile(path, ReadRecord(path, text), WeightFile.Match(model, content, path), content);
        return file._states.ContainsKey(CheckpointState.OptimizerTensor)
            ? file
            : throw new CnnGenException($"{path} is not a whole checkpoint: the optimizer's state is missing.");
    }

    /// <summary>Reads what a checkpoint says of its training.</summary>
    /// <exception cref="CnnGenException">It is not of this version.</exception>
    public static CheckpointRecord ReadRecord(string path, string text)
    {
        try
        {
            CheckpointRecord record = CheckpointJson.Read(text);
            return record.Mistake() is { } mistake ? throw new FormatException(mistake) : record;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new CnnGenException(
                $"{path} is not a checkpoint of this version: its record of the training cannot be read ({exception.Message}).", exception);
        }
    }

    /// <summary>Refuses to go on with another training than the checkpoint's.</summary>
    /// <param name="now">What decides the training that wants to go on.</param>
    /// <exception cref="CnnGenException">It differs; the message lists all that does.</exception>
    public void Check(IReadOnlyList<KeyValuePair<string, string>> now)
    {
        IReadOnlyList<string> differences = TrainingFingerprint.Differences(Record.Settings, now);
        if (differences.Count > 0)
        {
            throw new CnnGenException(
                $"{Path} is from another training: {string.Join("; ", differences)}. Resume with the same settings, or train without resuming.");
        }
    }

    /// <summary>Brings the measures of the epoch under way, optimizer, callbacks and, once these have been read, the model to the checkpoint's state.</summary>
    /// <param name="run">The training.</param>
    /// <param name="trainer">The optimizer.</param>
    /// <param name="callbacks">Who takes over the states of those that were there before.</param>
    /// <param name="warn">Is told of a state that nobody takes over.</param>
    public void Restore(TrainingRun run, IModelTrainer trainer, IReadOnlyList<TrainingCallback> callbacks, Action<string> warn)
    {
        RestoreMeasures(run.Means);
        Load(CheckpointState.OptimizerTensor, trainer.LoadState);
        trainer.LearningRate = Record.CurrentLearningRate;
        RestoreCallbacks(callbacks, warn);
        run.Model.SetWeights(_weights);
    }

    // A callback that was not there before starts afresh; one without a state has none to take over.
    private void RestoreCallbacks(IReadOnlyList<TrainingCallback> callbacks, Action<string> warn)
    {
        int?[] places = CallbackStates.PlacesOf(callbacks, Record);
        for (int i = 0; i < callbacks.Count; i++)
        {
            if (places[i] is { } place && HasState(place))
            {
                Load(CheckpointState.CallbackTensor + place, callbacks[i].LoadState);
            }
        }

        for (int place = 0; place < Record.Callbacks.Count; place++)
        {
            if (!HasState(place) || Array.IndexOf(places, place) >= 0)
            {
                continue;
            }

            string file = Record.FileOf(place) is { } path ? $" ({path})" : "";
            warn(ShownText.OneLine(
                $"{Path} has the state of a callback that this training has not: {Record.Callbacks[place]}{file}. The next checkpoint is without it; give the callback too to go on with it."));
        }
    }

    private bool HasState(int place) => _states.ContainsKey(CheckpointState.CallbackTensor + place);

    private void RestoreMeasures(RunningMeasures means)
    {
        try
        {
            means.Restore(Record.Sums);
        }
        catch (FormatException exception)
        {
            throw new CnnGenException($"{Path} is from another training: {exception.Message}. Resume with the same metrics, or train without resuming.", exception);
        }
    }

    private void Load(string name, Action<BinaryReader> load)
    {
        IReadOnlyList<byte[]> parts = StateTensors.Of(name, _states);
        using var reader = new BinaryReader(new PartedContent(parts));
        try
        {
            // What reads it, a backend or a callback, need not stand any bytes, nor too few.
            if (!AreWhole(name, parts))
            {
                throw new InvalidDataException("its bytes are damaged");
            }

            load(reader);
        }
        catch (Exception exception) when (exception is not (CnnGenException or OutOfMemoryException))
        {
            throw new CnnGenException($"{Path} cannot be resumed from: {name} cannot be read ({exception.Message}).", exception);
        }
    }

    // No part is missing at the end, and each is as it was written.
    private bool AreWhole(string name, IReadOnlyList<byte[]> parts)
    {
        for (int i = 0; i < parts.Count; i++)
        {
            if (DigestOf(name, i) != CheckpointState.Digest(parts[i]))
            {
                return false;
            }
        }

        return DigestOf(name, parts.Count) is null;
    }

    private string? DigestOf(string name, int part) => _metadata.GetValueOrDefault(StateTensors.PartName(name, part) + CheckpointState.DigestSuffix);
}
