namespace CnnGen.Benchmarks.Networks;

/// <summary>A network under measurement.</summary>
internal interface ISubject : IDisposable
{
    ICnnModel Model { get; }

    /// <summary>Begins a training on noise.</summary>
    /// <param name="network">What is known of the network.</param>
    /// <param name="batches">Batches that the steps go through in turn.</param>
    ISteps Train(NetworkEntry network, int batches);
}
