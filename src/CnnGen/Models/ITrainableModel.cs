namespace CnnGen;

/// <summary>A model with a <see cref="TrainingAttribute{TData}"/>: it can also be trained and evaluated.</summary>
public interface ITrainableModel : ICnnModel
{
    /// <summary>What the model's own <see cref="TrainingAttribute{TData}"/> says.</summary>
    TrainingSettings Settings { get; }

    /// <summary>What each output is trained to give.</summary>
    IReadOnlyList<OutputTarget> Targets { get; }

    /// <summary>What is measured beside the loss, in the order of <see cref="BatchResult.Sums"/>.</summary>
    IReadOnlyList<Measure> Measures { get; }

    /// <summary>Makes the optimizer over the model's parameters. One training has one trainer.</summary>
    IModelTrainer CreateTrainer(double learningRate);

    /// <summary>Loss and measures of a batch in inference mode, which leaves weights and mode as they were.</summary>
    BatchResult Evaluate(Batch batch);
}

/// <summary>A network that can be trained and whose predictions have a type.</summary>
/// <typeparam name="TPrediction">What it says of one example.</typeparam>
public interface ITrainableModel<out TPrediction> : ITrainableModel, ICnnModel<TPrediction>;
