namespace CnnGen;

/// <summary>A class that is taken for another.</summary>
/// <param name="Actual">The class.</param>
/// <param name="Predicted">What it is taken for.</param>
/// <param name="Count">How many of its examples are.</param>
public sealed record ConfusedPair(int Actual, int Predicted, int Count);
