using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Eight steps of each optimizer on a line's squared error, beside Keras's formulas (<c>keras/optimizers/</c>) in plain numbers.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class OptimizerNumberTests
{
    private const int Steps = 8;
    private const double Rate = 0.02;
    private const double Epsilon = 1e-7;

    /// <summary>Changes one weight: its value, its gradient, the number of the step from 1, and two numbers that are kept for it.</summary>
    private delegate double Rule(double weight, double gradient, int step, ref double first, ref double second);

    private static readonly Dictionary<string, Rule> s_rules = new()
    {
        ["Adam"] = static (double w, double g, int t, ref double m, ref double v) =>
        {
            m = (0.9 * m) + (0.1 * g);
            v = (0.999 * v) + (0.001 * g * g);
            double rate = Rate * Math.Sqrt(1 - Math.Pow(0.999, t)) / (1 - Math.Pow(0.9, t));
            return w - (rate * m / (Math.Sqrt(v) + Epsilon));
        },
        ["Nadam"] = static (double w, double g, int t, ref double m, ref double v) =>
        {
            double product = Enumerable.Range(1, t).Aggregate(1.0, static (all, step) => all * Share(step));
            m = (0.9 * m) + (0.1 * g);
            v = (0.999 * v) + (0.001 * g * g);
            double ahead = (Share(t + 1) * m / (1 - (product * Share(t + 1)))) + ((1 - Share(t)) * g / (1 - product));
            return w - (Rate * ahead / (Math.Sqrt(v / (1 - Math.Pow(0.999, t))) + Epsilon));

            static double Share(int step) => 0.9 * (1 - (0.5 * Math.Pow(0.96, step)));
        },
        ["Adamax"] = static (double w, double g, int t, ref double m, ref double u) =>
        {
            m += (g - m) * 0.1;
            u = Math.Max(0.999 * u, Math.Abs(g));
            return w - (Rate * m / ((1 - Math.Pow(0.9, t)) * (u + Epsilon)));
        },
        ["Adagrad"] = static (double w, double g, int t, ref double a, ref double unused) =>
        {
            a = (t == 1 ? 0.1 : a) + (g * g);
            return w - (Rate * g / Math.Sqrt(a + Epsilon));
        },
        ["Adadelta"] = static (double w, double g, int t, ref double a, ref double d) =>
        {
            a = (0.95 * a) + (0.05 * g * g);
            double change = -Math.Sqrt(d + Epsilon) / Math.Sqrt(a + Epsilon) * g;
            d = (0.95 * d) + (0.05 * change * change);
            return w + (Rate * change);
        },
        ["Lion"] = static (double w, double g, int t, ref double m, ref double unused) =>
        {
            double direction = Math.Sign((0.9 * m) + (0.1 * g));
            m = (0.99 * m) + (0.01 * g);
            return w - (Rate * direction);
        },
    };

    public static IEnumerable<object[]> Names =>
        s_rules.Keys.SelectMany(static _ => new[] { 0, 0.1 }, static (name, decay) => new object[] { name, decay });

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_are_Kerass(string optimizer, double weightDecay)
    {
        string decay = weightDecay == 0 ? "" : ", WeightDecay = 0.1";
        using TrainingSample sample = TrainingSample.OfNumbers(
            "[Dense(1)]", $"Optimizer = Optimizer.{optimizer}{decay}, Metrics = Metrics.None", outputs: 1);
        double[] weights = Weights(sample.Model);
        double[] first = new double[weights.Length];
        double[] second = new double[weights.Length];
        Batch batch = Batch.Of(
            sample.Pictures.Length,
            sample.Pictures.SelectMany(picture => picture).Select(pixel => (float)pixel).ToArray(),
            sample.Targets.Select(row => (float)row[0]).ToArray());

        using IModelTrainer trainer = sample.Model.Trainable.CreateTrainer(Rate);
        for (int step = 1; step <= Steps; step++)
        {
            trainer.Step(batch, TrainingStep.Whole);
            double[] gradient = Gradient(sample, weights);
            for (int i = 0; i < weights.Length; i++)
            {
                weights[i] = s_rules[optimizer](weights[i] * (1 - (Rate * weightDecay)), gradient[i], step, ref first[i], ref second[i]);
            }
        }

        Weights(sample.Model).ShouldBe(weights, 2e-5);
    }

    // Of the mean squared error of kernel·picture + bias.
    private static double[] Gradient(TrainingSample sample, double[] weights)
    {
        double[] gradient = new double[weights.Length];
        foreach ((double[] picture, double[] target) in sample.Pictures.Zip(sample.Targets))
        {
            double difference = picture.Zip(weights, static (pixel, weight) => pixel * weight).Sum() + weights[^1] - target[0];
            for (int i = 0; i < weights.Length; i++)
            {
                gradient[i] += 2 * difference * (i < picture.Length ? picture[i] : 1) / sample.Pictures.Length;
            }
        }

        return gradient;
    }

    private static double[] Weights(LoadedModel model) =>
        [.. model.Model.GetWeights().SelectMany(static weight => (float[])weight.Values).Select(static value => (double)value)];
}
