namespace CnnGen.Samples.DrawADigit;

/// <summary>What the page tells of the network.</summary>
/// <param name="Parameters">How many weights it has.</param>
/// <param name="MultiplyAdds">Multiplications, each with an addition, for one digit.</param>
/// <param name="Summary">Keras's table.</param>
/// <param name="Layers">The names of the layers whose maps are shown.</param>
public sealed record NetworkFacts(long Parameters, long MultiplyAdds, string Summary, IReadOnlyList<string> Layers);
