namespace CnnGen;

/// <summary>
/// A network seen without tensors: plain numbers go in, plain numbers come out. Generated code implements it; data sets and predictions
/// are written against it.
/// </summary>
public interface ICnnModel : INetwork
{
    /// <summary>What goes in.</summary>
    IReadOnlyList<DataInput> Inputs { get; }

    /// <summary>What comes out.</summary>
    IReadOnlyList<NetworkOutput> Outputs { get; }

    /// <summary>Runs the network in inference mode and leaves the mode as it was. Several threads may do so at once.</summary>
    /// <param name="batch">The examples, with an input for each of <see cref="Inputs"/>.</param>
    /// <param name="outputs">For each of <see cref="Outputs"/> room for <c>batch.Count × size</c> values. It receives one example after the
    /// other, channels last: what <c>forward</c> gives, so probabilities where the last activation is softmax or sigmoid.</param>
    void Predict(Batch batch, IReadOnlyList<Memory<float>> outputs);
}

/// <summary>A network whose predictions have a type: a class with its probability, numbers, a map, or several of these.</summary>
/// <typeparam name="TPrediction">What it says of one example.</typeparam>
public interface ICnnModel<out TPrediction> : ICnnModel
{
    /// <summary>Makes a prediction of what the network gives for an example.</summary>
    /// <param name="values">What it gives.</param>
    TPrediction Read(OutputValues values);
}
