namespace CnnGen.Benchmarks.Networks;

/// <summary>A training, one step at a time.</summary>
internal interface ISteps : IDisposable
{
    void Take();
}
