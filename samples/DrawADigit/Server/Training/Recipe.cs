namespace CnnGen.Samples.DrawADigit.Server.Training;

/// <summary>How the network is trained, beyond what it declares.</summary>
internal static class Recipe
{
    /// <summary>Digits that ship with the samples, where the build puts them.</summary>
    public static string ShippedDigits => Path.Combine(AppContext.BaseDirectory, "Digits");

    // A mouse draws larger, smaller and more slanted digits than those who wrote MNIST's.
    private static readonly Augmentation s_hand = new() { Shift = 0.07, Rotate = 12, Scale = 0.12 };

    /// <summary>Trains a network anew.</summary>
    /// <param name="mnist">The digits.</param>
    /// <param name="epochs">Passes over them; null for what the network declares.</param>
    /// <param name="seed">Fixes start weights, order and augmentation.</param>
    /// <param name="callback">Is told how far it is.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static DigitCnn Train(CnnGen.Mnist mnist, int? epochs, int seed, TrainingCallback callback, CancellationToken cancellation)
    {
        TorchSharp.torch.manual_seed(seed);
        var model = new DigitCnn();
        try
        {
            TrainingHistory history = model.Fit(((Dataset)mnist.Train).Augment(s_hand, seed), new TrainingOptions
            {
                Epochs = epochs,
                Seed = seed,
                Averaging = WeightAveraging.Exponential(0.999),
                Callbacks = [callback],
                CancellationToken = cancellation,
            });
            cancellation.ThrowIfCancellationRequested();
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }
}
