namespace CnnGen.Interop.Tests.Models;

/// <summary>A network that is only described: a chain of rows, and weights that need not be theirs.</summary>
internal sealed class DescribedNetwork(LayerSummary[] rows, IReadOnlyList<Weight> weights) : INetwork
{
    public ModelSummary Architecture { get; } = new("described", [.. rows.Select((row, i) => i == 0 ? row : row with { Connections = [new LayerConnection(rows[i - 1].Name)] })])
    {
        Ends = new NetworkEnds([new NetworkInput("input_1", rows[0].OutputShape)], [new LayerConnection(rows[^1].Name)], IsChain: true),
    };

    public IReadOnlyList<Weight> GetWeights() => weights;

    public void SetWeights(IReadOnlyList<Weight> weights)
    {
    }

    public void Dispose()
    {
    }
}
