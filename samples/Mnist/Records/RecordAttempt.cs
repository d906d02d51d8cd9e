using System.Diagnostics;
using TorchSharp;

namespace CnnGen.Samples.Mnist.Records;

/// <summary>One training with one seed.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Validation">Accuracy on the digits that were held back, at the last epoch.</param>
/// <param name="Test">Accuracy on the test digits, read once, after the last epoch.</param>
/// <param name="Seconds">Time of training, start weights included, measuring left out.</param>
internal sealed record RecordAttempt(int Seed, double Validation, double Test, double Seconds)
{
    // Digits that choices are made on, and nothing is trained with.
    private const int HeldBack = 5000;

    /// <summary>How many of the training digits are trained with.</summary>
    public static int TrainedOn(CnnGen.Mnist mnist) => mnist.Train.Count - Math.Min(HeldBack, mnist.Train.Count / 10);

    public static RecordAttempt Run(RecordRecipe recipe, CnnGen.Mnist mnist, int seed, int? epochs, CancellationToken cancellation)
    {
        var count = TrainedOn(mnist);
        Dataset train = mnist.Train.Take(count);
        var validation = mnist.Train.Skip(count).As(DataRole.Validation);
        train = recipe.Augmentation is { } augmentation ? train.Augment(augmentation, seed) : train;

        var began = Stopwatch.GetTimestamp();
        torch.manual_seed(seed);
        using var model = recipe.Create();
        var history = TrainingLoop.Fit(model, train, new TrainingOptions { Seed = seed, Epochs = epochs, Averaging = recipe.Averaging, CancellationToken = cancellation });
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return history.StopReason == StopReason.Cancelled
            ? throw new Training.InterruptedException("The record was interrupted. Nothing was kept.")
            : new RecordAttempt(seed, Accuracy(model, validation), Accuracy(model, mnist.Test), seconds);
    }

    private static double Accuracy(ITrainableModel<Prediction> model, Dataset data) => Evaluation.Evaluate(model, data).Accuracy!.Value;
}
