namespace CnnGen.Samples.Mnist.Training;

/// <summary>What a training gave.</summary>
/// <param name="History">Its epochs, measured on the validation digits.</param>
/// <param name="Test">The trained network on the test digits, which nothing looked at before.</param>
internal sealed record TrainedResult(TrainingHistory History, EvaluationResult Test);
