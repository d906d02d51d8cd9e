namespace CnnGen;

/// <summary>
/// A network with one input and one output, seen without tensors: plain numbers go in, plain numbers come out.
/// Generated code implements it; data sets and predictions are written against it.
/// </summary>
public interface ICnnModel : INetwork
{
    /// <summary>Runs the network in inference mode.</summary>
    /// <param name="batch">The images.</param>
    /// <param name="outputs">Receives <c>batch.Count × output units</c> values, one image after the other: what
    /// <c>forward</c> gives, so probabilities where the last activation is softmax or sigmoid.</param>
    void Predict(Batch batch, Span<float> outputs);
}
