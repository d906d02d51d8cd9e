namespace CnnGen.Benchmarks.Measuring;

/// <summary>What of a network is measured.</summary>
internal enum Measured
{
    All,
    Training,
    Inference,
}
