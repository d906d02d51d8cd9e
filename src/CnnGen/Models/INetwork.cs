namespace CnnGen;

/// <summary>
/// A network that the generator wrote, seen without tensors: what it is made of, and its weights as plain numbers.
/// Generated code implements it; weight files and reports are written against it.
/// </summary>
public interface INetwork : IDisposable
{
    /// <summary>The layers, their shapes and what they cost, as found out at compile time.</summary>
    ModelSummary Architecture { get; }

    /// <summary>Copies every parameter and buffer, in the order and with the names of <c>state_dict</c>.</summary>
    IReadOnlyList<Weight> GetWeights();

    /// <summary>Overwrites every parameter and buffer.</summary>
    /// <param name="weights">The same names and shapes that <see cref="GetWeights"/> gives; callers check that first.</param>
    void SetWeights(IReadOnlyList<Weight> weights);
}
