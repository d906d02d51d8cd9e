using System.Security.Cryptography;

namespace CnnGen;

/// <summary>
/// Everything that a training needs to go on, as it was at one moment: copies, so that another thread can write them while training goes on.
/// </summary>
internal sealed class CheckpointState
{
    internal const string RecordKey = "cnngen.training";
    internal const string OptimizerTensor = WeightFile.ReservedPrefix + "optimizer";
    internal const string CallbackTensor = WeightFile.ReservedPrefix + "callback.";
    internal const string DigestSuffix = ".sha256";

    private readonly string _model;
    private readonly CheckpointRecord _record;
    private readonly IReadOnlyList<Weight> _weights;
    private readonly List<Weight> _states;

    /// <param name="run">The training.</param>
    /// <param name="record">What is to be said of it.</param>
    /// <param name="weights">The weights, which nobody changes any more.</param>
    /// <param name="trainer">The optimizer.</param>
    /// <param name="callbacks">Those that may have a state.</param>
    public CheckpointState(
        TrainingRun run, CheckpointRecord record, IReadOnlyList<Weight> weights, IModelTrainer trainer, IReadOnlyList<TrainingCallback> callbacks)
    {
        _model = run.Model.Architecture.Name;
        _record = record;
        _weights = weights;
        StepsDone = run.StepsDone;
        _states = [.. StateTensors.Save(OptimizerTensor, trainer.SaveState)];
        for (int i = 0; i < callbacks.Count; i++)
        {
            _states.AddRange(StateTensors.Save(CallbackTensor + i, callbacks[i].SaveState).Where(static state => state.Values.Length > 0));
        }
    }

    /// <summary>Steps over all epochs that the weights have seen.</summary>
    public long StepsDone { get; }

    public static string Digest(byte[] state) => Convert.ToHexStringLower(SHA256.HashData(state));

    /// <summary>Writes a safetensors file: the weights under their own names, the states as bytes, the rest in the metadata.</summary>
    public void Write(string path)
    {
        var metadata = new Dictionary<string, string>
        {
            ["format"] = "pt",
            [WeightFile.ModelKey] = _model,
            [RecordKey] = CheckpointJson.Write(_record),
        };
        _states.ForEach(state => metadata[state.Name + DigestSuffix] = Digest((byte[])state.Values));
        AtomicFile.Write(path, stream => Safetensors.Write(stream, [.. _weights, .. _states], metadata));
    }
}
