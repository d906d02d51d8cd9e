namespace CnnGen;

/// <summary>A model with a <see cref="TrainingAttribute{TData}"/>: it can also be trained and evaluated.</summary>
public interface ITrainableModel : ICnnModel
{
    /// <summary>What the model's own <see cref="TrainingAttribute{TData}"/> says.</summary>
    TrainingSettings Settings { get; }

    /// <summary>Makes the optimizer over the model's parameters. One training has one trainer.</summary>
    IModelTrainer CreateTrainer(double learningRate);

    /// <summary>Loss and metrics of a batch in inference mode; no weight changes.</summary>
    BatchResult Evaluate(Batch batch);
}
