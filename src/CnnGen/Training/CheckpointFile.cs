using System.Security.Cryptography;
using System.Text.Json;

namespace CnnGen;

/// <summary>
/// Everything a training needs to go on, in one safetensors file: the weights under their own names, the states of optimizer and
/// callbacks as bytes, settings and history in the metadata. One file is replaced at once, so its parts always belong together.
/// </summary>
internal sealed class CheckpointFile
{
    private const string FileName = "checkpoint.safetensors";
    private const string RecordKey = "cnngen.training";
    private const string OptimizerTensor = WeightFile.ReservedPrefix + "optimizer";
    private const string CallbackTensor = WeightFile.ReservedPrefix + "callback.";
    private const string DigestSuffix = ".sha256";

    private readonly string _path;
    private readonly CheckpointRecord _record;
    private readonly IReadOnlyList<Weight> _weights;
    private readonly Dictionary<string, byte[]> _states;
    private readonly IReadOnlyDictionary<string, string> _metadata;

    private CheckpointFile(
        string path, CheckpointRecord record, IReadOnlyList<Weight> weights, Dictionary<string, byte[]> states, IReadOnlyDictionary<string, string> metadata)
    {
        _path = path;
        _record = record;
        _weights = weights;
        _states = states;
        _metadata = metadata;
    }

    /// <summary>The epochs that are over.</summary>
    public IReadOnlyList<EpochResult> Epochs => _record.Epochs;

    /// <summary>The training's seed.</summary>
    public int Seed => _record.Seed;

    public static void Write(
        string directory, TrainingRun run, IReadOnlyList<Weight> weights, IModelTrainer trainer, IReadOnlyList<TrainingCallback> callbacks)
    {
        List<Weight> states = [State(OptimizerTensor, trainer.SaveState)];
        states.AddRange(callbacks
            .Select(static (callback, index) => State(CallbackTensor + index, callback.SaveState))
            .Where(static state => state.Values.Length > 0));
        var record = new CheckpointRecord
        {
            Seed = run.Settings.Seed!.Value,
            CurrentLearningRate = trainer.LearningRate,
            Images = run.Images,
            BatchSize = run.Settings.BatchSize,
            LearningRate = run.Settings.LearningRate,
            Shuffle = run.Settings.Shuffle,
            Optimizer = run.Settings.Optimizer.ToString(),
            Loss = CheckpointRecord.LossOf(run.Model),
            Callbacks = [.. callbacks.Select(TypeName)],
            Epochs = run.History.Epochs,
        };
        var metadata = new Dictionary<string, string>
        {
            ["format"] = "pt",
            [WeightFile.ModelKey] = run.Model.Architecture.Name,
            [RecordKey] = CheckpointJson.Write(record),
        };
        states.ForEach(state => metadata[state.Name + DigestSuffix] = Digest((byte[])state.Values));
        AtomicFile.Write(Path.Combine(directory, FileName), stream => Safetensors.Write(stream, [.. weights, .. states], metadata));
    }

    /// <summary>Reads a checkpoint and checks that it belongs to this model, these settings and this data; changes nothing.</summary>
    public static CheckpointFile Read(string directory, ITrainableModel model, Dataset training, TrainingSettings settings)
    {
        string path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            throw new CnnGenException($"{path} does not exist: there is no training to resume. Train without resuming first.");
        }

        SafetensorsContent content = WeightFile.Read(path);
        if (!content.Metadata.TryGetValue(RecordKey, out string? text))
        {
            throw new CnnGenException($"{path} holds weights but no training: it is not a checkpoint.");
        }

        CheckpointRecord record = ReadRecord(path, text);
        IReadOnlyList<Weight> weights = WeightFile.Match(model, content, path);
        if (record.Difference(model, settings, training.Count) is { } difference)
        {
            throw new CnnGenException(
                $"{path} is from another training: {difference}. Resume with the same settings, or train without resuming.");
        }

        Dictionary<string, byte[]> states = content.Tensors
            .Where(static tensor => tensor.Values is byte[])
            .ToDictionary(static tensor => tensor.Name, static tensor => (byte[])tensor.Values);
        return states.ContainsKey(OptimizerTensor)
            ? new CheckpointFile(path, record, weights, states, content.Metadata)
            : throw new CnnGenException($"{path} is not a whole checkpoint: the optimizer's state is missing.");
    }

    /// <summary>Brings optimizer, callbacks and, once these have been read, the model to the checkpoint's state.</summary>
    public void Restore(ICnnModel model, IModelTrainer trainer, IReadOnlyList<TrainingCallback> callbacks)
    {
        Load(OptimizerTensor, trainer.LoadState);
        trainer.LearningRate = _record.CurrentLearningRate;
        for (int i = 0; i < callbacks.Count; i++)
        {
            // A callback that was not there before starts afresh; one without a state has none to take over.
            bool wasThere = i < _record.Callbacks.Count && _record.Callbacks[i] == TypeName(callbacks[i]);
            if (wasThere && _states.ContainsKey(CallbackTensor + i))
            {
                Load(CallbackTensor + i, callbacks[i].LoadState);
            }
        }

        model.SetWeights(_weights);
    }

    private static CheckpointRecord ReadRecord(string path, string text)
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

    private static Weight State(string name, Action<BinaryWriter> save)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        save(writer);
        writer.Flush();
        byte[] bytes = stream.ToArray();
        return new Weight(name, [bytes.LongLength], bytes);
    }

    private void Load(string name, Action<BinaryReader> load)
    {
        byte[] state = _states[name];
        using var reader = new BinaryReader(new MemoryStream(state));
        try
        {
            // What reads it, a backend or a callback, need not stand any bytes.
            if (_metadata.GetValueOrDefault(name + DigestSuffix) != Digest(state))
            {
                throw new InvalidDataException("its bytes are damaged");
            }

            load(reader);
        }
        catch (Exception exception) when (exception is not (CnnGenException or OutOfMemoryException))
        {
            throw new CnnGenException($"{_path} cannot be resumed from: {name} cannot be read ({exception.Message}).", exception);
        }
    }

    private static string Digest(byte[] state) => Convert.ToHexStringLower(SHA256.HashData(state));

    private static string TypeName(TrainingCallback callback) => callback.GetType().FullName ?? callback.GetType().Name;
}
