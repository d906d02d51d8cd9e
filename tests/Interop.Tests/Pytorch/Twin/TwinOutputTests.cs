using CnnGen.Fixtures;

namespace CnnGen.Interop.Tests.Pytorch.Twin;

/// <summary>The same outputs with the same weights.</summary>
[Collection(nameof(RunsModels))]
public class TwinOutputTests
{
    // Of an output's largest value.
    private const double Bound = 1e-5;

    [PytorchFact]
    public void Every_layer_and_graph_of_the_corpus() => TwinComparison.Differences(TwinCase.Corpus, Bound).ShouldBeEmpty();

    [PytorchFact]
    public void The_architectures_of_the_sample() => TwinComparison.Differences(TwinCase.Architectures, Bound).ShouldBeEmpty();
}
