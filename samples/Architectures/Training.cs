using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.Samples.Architectures;

/// <summary>A training loop written by hand: a generated network is a TorchSharp module like any other.</summary>
internal static class Training
{
    private const double LearningRate = 1e-4;

    /// <summary>Learns one batch of noise.</summary>
    /// <param name="exercise">The network and its task.</param>
    /// <param name="steps">Steps to take.</param>
    /// <param name="batchSize">Images in the batch.</param>
    /// <returns>The loss before each step.</returns>
    public static IEnumerable<double> Run(IExercise exercise, int steps, int batchSize)
    {
        using var optimizer = optim.Adam(exercise.Network.parameters(), LearningRate);
        using var images = randn([batchSize, .. exercise.ImageSizes]);
        using var targets = exercise.Targets(images);
        exercise.Network.train();
        for (int step = 0; step < steps; step++)
        {
            yield return Step(exercise, optimizer, images, targets);
        }
    }

    private static double Step(IExercise exercise, optim.Optimizer optimizer, Tensor images, Tensor targets)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        var loss = exercise.Loss(images, targets);
        loss.backward();
        optimizer.step();
        return loss.item<float>();
    }
}
