namespace CnnGen;

/// <summary>What goes into a network, or into a model that is a layer of another one, and what comes out.</summary>
/// <param name="Inputs">The inputs, in the order in which they are given.</param>
/// <param name="Outputs">The layers' calls whose outputs are the network's, in order.</param>
/// <param name="IsChain">Whether each layer reads the one above and nothing else: Keras's Sequential. Its input has no row.</param>
public sealed record NetworkEnds(IReadOnlyList<NetworkInput> Inputs, IReadOnlyList<LayerConnection> Outputs, bool IsChain)
{
    /// <summary>Compares all values, lists by their items.</summary>
    public bool Equals(NetworkEnds? other) =>
        other is not null && IsChain == other.IsChain && Inputs.SequenceEqual(other.Inputs) && Outputs.SequenceEqual(other.Outputs);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsChain, Inputs.Count, Outputs.Count);
}
