using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Each metric beside its definition in Keras's <c>keras/metrics/</c>, over all images at once, whatever the batches are.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class MetricNumberTests
{
    private const string Softmax = "[Dense(4, Activation = Activation.Softmax)]";
    private const string ClassMetrics = "Metrics = Metrics.TopK | Metrics.Accuracy | Metrics.Precision | Metrics.Recall | Metrics.F1 | Metrics.AUC | "
        + "Metrics.BinaryAccuracy | Metrics.IoU, TopK = 2";

    [Fact]
    public void Of_numbers()
    {
        using TrainingSample sample = TrainingSample.OfNumbers(
            "[Dense(3)]", "Metrics = Metrics.MeanAbsoluteError | Metrics.MeanSquaredError | Metrics.RootMeanSquaredError | Metrics.R2");
        EvaluationResult result = sample.Evaluate();
        double[] differences = [.. sample.Outputs.Zip(sample.Targets, (output, target) => output.Zip(target, (o, t) => o - t)).SelectMany(row => row)];
        double square = differences.Average(difference => difference * difference);

        result["mean_absolute_error"].ShouldBe(differences.Average(Math.Abs), 1e-5);
        result["mean_squared_error"].ShouldBe(square, 1e-5);
        result["root_mean_squared_error"].ShouldBe(Math.Sqrt(square), 1e-5);
        result["r2_score"].ShouldBe(Enumerable.Range(0, 3).Average(unit => Explained(sample, unit)), 1e-4);
    }

    [Fact]
    public void Of_classes()
    {
        using TrainingSample indices = TrainingSample.OfClasses(Softmax, ClassMetrics);
        using TrainingSample logits = TrainingSample.OfClasses("[Dense(4)]", ClassMetrics);
        using TrainingSample oneHot = TrainingSample.OfOneHot(Softmax, ClassMetrics);

        foreach (TrainingSample sample in new[] { indices, logits, oneHot })
        {
            double[][] probabilities = sample == logits ? [.. sample.Outputs.Select(SoftmaxOf)] : sample.Outputs;
            EvaluationResult result = sample.Evaluate();

            ShouldMatchCounts(result, probabilities, sample.Targets);
            result["top_k_categorical_accuracy"].ShouldBe(
                probabilities.Zip(sample.Targets, (p, t) => p.Count(other => other > p[Array.IndexOf(t, 1)]) < 2 ? 1 : 0).Average(), 1e-9);
            result["mean_io_u"].ShouldBe(MeanIoU([.. probabilities.Select(p => Array.IndexOf(p, p.Max()))], [.. sample.Targets.Select(t => Array.IndexOf(t, 1))], 4), 1e-9);
        }
    }

    [Fact]
    public void Of_two_classes()
    {
        using TrainingSample sample = TrainingSample.OfTwoClasses(
            "[Dense(1, Activation = Activation.Sigmoid)]",
            "Metrics = Metrics.Precision | Metrics.Recall | Metrics.F1 | Metrics.AUC | Metrics.BinaryAccuracy | Metrics.IoU");
        EvaluationResult result = sample.Evaluate();

        ShouldMatchCounts(result, sample.Outputs, sample.Targets);
        result["mean_io_u"].ShouldBe(
            MeanIoU([.. sample.Outputs.Select(p => p[0] > 0.5 ? 1 : 0)], [.. sample.Targets.Select(t => (int)t[0])], 2), 1e-9);
    }

    [Fact]
    public void Training_reports_them_by_name()
    {
        using TrainingSample sample = TrainingSample.OfClasses(Softmax, "Metrics = Metrics.Precision | Metrics.AUC, Epochs = 2");

        TrainingHistory history = TrainingLoop.Fit(sample.Model.Trainable, sample.Data, new TrainingOptions { Validation = sample.Data });

        history.Last!["val_precision"].ShouldBe(sample.Evaluate()["precision"], 1e-9);
        history.Last["auc"].ShouldBeInRange(0, 1);
    }

    private static void ShouldMatchCounts(EvaluationResult result, double[][] outputs, double[][] targets)
    {
        double[] probabilities = [.. outputs.SelectMany(row => row)];
        double[] truth = [.. targets.SelectMany(row => row)];
        double right = Count((p, t) => p > 0.5 && t == 1);
        double said = Count((p, _) => p > 0.5);
        double there = Count((_, t) => t == 1);

        result["precision"].ShouldBe(said == 0 ? 0 : right / said, 1e-9);
        result["recall"].ShouldBe(right / there, 1e-9);
        result["f1_score"].ShouldBe(2 * right / (said + there), 1e-9);
        result["binary_accuracy"].ShouldBe(Count((p, t) => p > 0.5 == (t == 1)) / truth.Length, 1e-6);
        result["auc"].ShouldBe(Area(probabilities, truth), 1e-6);

        double Count(Func<double, double, bool> counts) => probabilities.Zip(truth, (p, t) => counts(p, t) ? 1 : 0).Sum();
    }

    // As Keras does it: the rates at 200 thresholds, and trapezia between them.
    private static double Area(double[] probabilities, double[] truth)
    {
        double[] thresholds = [-1e-7, .. Enumerable.Range(1, 198).Select(i => i / 199.0), 1 + 1e-7];
        var rates = thresholds.Select(threshold => (
            True: Share(threshold, 1),
            False: Share(threshold, 0))).ToList();
        return rates.Zip(rates.Skip(1), (a, b) => (a.False - b.False) * (a.True + b.True) / 2).Sum();

        double Share(double threshold, double of) =>
            probabilities.Zip(truth, (p, t) => t == of && p > threshold ? 1.0 : 0).Sum() / truth.Count(t => t == of);
    }

    private static double Explained(TrainingSample sample, int unit)
    {
        double[] targets = [.. sample.Targets.Select(row => row[unit])];
        double mean = targets.Average();
        return 1 - (sample.Outputs.Zip(targets, (o, t) => (o[unit] - t) * (o[unit] - t)).Sum() / targets.Sum(t => (t - mean) * (t - mean)));
    }

    private static double MeanIoU(int[] taken, int[] held, int classes) => Enumerable.Range(0, classes)
        .Select(kind => (
            Both: taken.Zip(held).Count(pair => pair.First == kind && pair.Second == kind),
            Any: taken.Zip(held).Count(pair => pair.First == kind || pair.Second == kind)))
        .Where(counts => counts.Any > 0)
        .Average(counts => (double)counts.Both / counts.Any);

    private static double[] SoftmaxOf(double[] scores) => [.. scores.Select(score => Math.Exp(score) / scores.Sum(Math.Exp))];
}
