using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests;

/// <summary>
/// The gradient of a whole generated network against differences of its loss: a step of plain descent with the learning rate
/// one changes every weight by its gradient.
/// </summary>
public class GradientTests
{
    private const float Nudge = 1e-2f;

    [Fact]
    public void A_step_follows_the_slope_of_the_loss()
    {
        using var network = new SmoothCnn();
        ITrainableModel model = network;
        var batch = AnyBatch();
        var start = model.GetWeights();
        using var trainer = model.CreateTrainer(1);
        trainer.Step(batch, TrainingStep.Whole);
        var end = model.GetWeights();

        for (var i = 0; i < start.Count; i++)
        {
            var (before, after) = ((float[])start[i].Values, (float[])end[i].Values);
            for (var j = 0; j < before.Length; j++)
            {
                double gradient = before[j] - after[j];
                gradient.ShouldBe(Slope(model, batch, start, before, j), 1e-3, $"{start[i].Name}[{j}]");
            }
        }
    }

    private static double Slope(ITrainableModel model, Batch batch, IReadOnlyList<Weight> weights, float[] values, int index)
    {
        var kept = values[index];
        values[index] = kept + Nudge;
        var above = LossWith();
        values[index] = kept - Nudge;
        var below = LossWith();
        values[index] = kept;
        return (above - below) / (2 * Nudge);

        double LossWith()
        {
            model.SetWeights(weights);
            return model.Evaluate(batch).Loss;
        }
    }

    private static Batch AnyBatch()
    {
        const int count = 4;
        var random = new Random(1);
        return Batch.Of(
            count,
            Enumerable.Range(0, count * 2 * 7 * 6).Select(_ => random.NextSingle()).ToArray(),
            Enumerable.Range(0, count).Select(_ => (long)random.Next(3)).ToArray());
    }
}
