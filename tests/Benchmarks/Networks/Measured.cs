namespace CnnGen.Benchmarks.Networks;

/// <summary>What of a network is measured.</summary>
internal enum Measured
{
    All,
    Training,
    Inference,
}
