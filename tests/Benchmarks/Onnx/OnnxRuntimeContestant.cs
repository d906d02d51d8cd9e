using CnnGen.Benchmarks.Measuring;
using CnnGen.Benchmarks.Peer.Contestants;

namespace CnnGen.Benchmarks.Onnx;

/// <summary>ONNX Runtime, for inference only.</summary>
internal sealed class OnnxRuntimeContestant(OnnxFiles files) : IContestant
{
    public string Name => "ONNX Runtime";

    public IEnumerable<Func<NetworkMeasurement>> Turn(NetworkRun run) =>
        run.What == Measured.Training
            ? []
            : Attempts.Threads(run).Select<NetworkRun, Func<NetworkMeasurement>>(attempt => () => Measure(attempt));

    private NetworkMeasurement Measure(NetworkRun run)
    {
        string[] models = ["--many", files.Of(run.Network, run.Network.BatchSize), "--one", files.Of(run.Network, 1)];
        return NetworkMeasurement.FromJson(
            MeasurementProcess.Run(MeasurementProcess.ThisProgram, ["onnx", .. run.ToArgumentsOfInference(), .. models], TunedAllocator.Environment));
    }
}
