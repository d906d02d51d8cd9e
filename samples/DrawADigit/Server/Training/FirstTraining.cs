using System.Globalization;

namespace CnnGen.Samples.DrawADigit.Server.Training;

/// <summary>Trains the network while the server already answers, and says how far it is.</summary>
internal sealed class FirstTraining(ServerOptions options, Readiness readiness) : BackgroundService, IProgress<TrainingProgress>
{
    // So that a training can be repeated.
    private const int Seed = 1;

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        double accuracy = value.Measures["accuracy"];
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"The network is being trained: epoch {value.Epoch} of {value.Epochs}, {value.ImagesPerSecond:N0} digits a second, {accuracy:P1} right, {Math.Ceiling(value.TimeLeft.TotalSeconds):N0} seconds left.");
        readiness.Become(Status.Training((double)value.StepsDone / value.StepsInAll, text));
        if (value.Result is not null)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {value.Epoch} of {value.Epochs}: loss {value.Loss:F4}, accuracy {accuracy:P2}"));
        }
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Factory.StartNew(
        () => Run(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Run(CancellationToken stopping)
    {
        try
        {
            var mnist = CnnGen.Mnist.Load(options.Data, Recipe.ShippedDigits);
            Console.WriteLine($"Training on {mnist.Description}.");
            using DigitCnn network = Recipe.Train(mnist, options.Epochs, Seed, new ProgressReport(this), stopping);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"test accuracy: {network.Evaluate(mnist.Test).Accuracy:F4} ({mnist.Test.Count} images)"));
            readiness.Become(DigitReader.Of(network));
            if (options.Weights is { } file)
            {
                Keep(network, file);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server ends; nothing is kept.
        }
        catch (Exception exception) when (exception is CnnGenException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine("error: " + exception.Message);
            readiness.Become(Status.Failed($"The network could not be trained: {exception.Message}"));
        }
    }

    // Digits are read all the same; only the next start trains anew.
    private static void Keep(DigitCnn network, string file)
    {
        try
        {
            network.Save(file);
            Console.WriteLine($"written: {file}");
        }
        catch (FileWriteException exception)
        {
            Console.Error.WriteLine($"warning: {exception.Message.TrimEnd('.')}. The network reads digits until the server ends.");
        }
    }
}
