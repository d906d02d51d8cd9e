namespace CnnGen;

/// <summary>
/// A network that the generator wrote, seen without tensors: plain numbers go in, plain numbers come out.
/// Generated code implements it; data sets, weight files and reports are written against it.
/// </summary>
public interface ICnnModel : IDisposable
{
    /// <summary>The layers, their shapes and what they cost, as found out at compile time.</summary>
    ModelSummary Architecture { get; }

    /// <summary>Runs the network in inference mode.</summary>
    /// <param name="batch">The images.</param>
    /// <param name="outputs">Receives <c>batch.Count × output units</c> values, one image after the other: what
    /// <c>forward</c> gives, so probabilities where the last activation is softmax or sigmoid.</param>
    void Predict(Batch batch, Span<float> outputs);

    /// <summary>Copies every parameter and buffer, in the order and with the names of <c>state_dict</c>.</summary>
    IReadOnlyList<Weight> GetWeights();

    /// <summary>Overwrites every parameter and buffer.</summary>
    /// <param name="weights">The same names and shapes that <see cref="GetWeights"/> gives; callers check that first.</param>
    void SetWeights(IReadOnlyList<Weight> weights);
}
