using Shouldly;
using Xunit;

namespace CnnGen.Tests;

public class InterpretationTests
{
    // What scikit-learn's classification_report says of these labels and guesses.
    private static readonly int[] Labels = [0, 0, 1, 1, 2, 2];
    private static readonly int[] Guesses = [0, 1, 1, 1, 2, 0];

    [Fact]
    public void Scores_are_those_of_scikit_learn()
    {
        ClassificationReport report = Report();

        report.Classes.Select(static score => score.Precision).ShouldBe([1 / 2.0, 2 / 3.0, 1], 1e-12);
        report.Classes.Select(static score => score.Recall).ShouldBe([0.5, 1, 0.5], 1e-12);
        report.Classes.Select(static score => score.F1).ShouldBe([0.5, 0.8, 2 / 3.0], 1e-12);
        report.Classes.ShouldAllBe(static score => score.Count == 2);
        report.MacroAverage.Precision.ShouldBe(13 / 18.0, 1e-12);
        report.MacroAverage.F1.ShouldBe(59 / 90.0, 1e-12);
        report.WeightedAverage.F1.ShouldBe(59 / 90.0, 1e-12);
        report.WeightedAverage.Count.ShouldBe(6);
        report.Accuracy.Value.ShouldBe(4 / 6.0, 1e-12);
    }

    [Fact]
    public void Mistakes_come_with_their_number_and_examples_with_their_loss()
    {
        ClassificationReport report = Report(static i => i == 1 ? 0.9f : 0.6f);

        report.MostConfused.ShouldBe([new ConfusedPair(0, 1, 1), new ConfusedPair(2, 0, 1)]);
        report.Confusion[2, 0].ShouldBe(1);
        ExampleResult worst = report.TopLosses(1).Single();
        (worst.Index, worst.Actual, worst.Predicted, worst.SecondGuess, worst.IsRight).ShouldBe((1, 0, 1, 0, false));
        worst.Loss.ShouldBe(-Math.Log(0.05), 1e-6);
        report.TopLosses().Count.ShouldBe(6);
        report.Loss.ShouldBe(report.Results.Average(static result => result.Loss), 1e-12);
    }

    [Fact]
    public void Calibration_compares_what_it_says_with_what_is_right()
    {
        Calibration calibration = Report(static i => i < 3 ? 0.95f : 0.65f).Calibration;

        calibration.Bins.Count.ShouldBe(10);
        (calibration.Bins[9].Count, calibration.Bins[6].Count, calibration.Bins[0].Count).ShouldBe((3, 3, 0));
        calibration.Bins[9].Accuracy.ShouldBe(2 / 3.0, 1e-6);
        calibration.Bins[9].Confidence.ShouldBe(0.95, 1e-6);
        calibration.Bins[0].Accuracy.ShouldBe(double.NaN);
        calibration.Error.ShouldBe(((0.95 - (2 / 3.0)) + ((2 / 3.0) - 0.65)) / 2, 1e-6);
    }

    // statsmodels.stats.proportion.proportion_confint(part, whole, method='wilson')
    [Theory]
    [InlineData(8, 10, 0.4901624715, 0.9433178485)]
    [InlineData(0, 10, 0, 0.2775327998)]
    [InlineData(10, 10, 0.7224672002, 1)]
    [InlineData(9871, 10_000, 0.9846937960, 0.9891321128)]
    public void A_proportion_has_Wilsons_interval(int part, int whole, double low, double high)
    {
        var proportion = new Proportion(part, whole);
        proportion.Low.ShouldBe(low, 1e-6);
        proportion.High.ShouldBe(high, 1e-6);
    }

    [Fact]
    public void A_proportion_of_nothing_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Proportion(0, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new Proportion(3, 2));
    }

    [Fact]
    public void It_prints_as_a_table() => Report().ToString().ReplaceLineEndings("\n").ShouldBe(
        """
                          precision  recall      F1  examples
                     cat     0.5000  0.5000  0.5000         2
                     dog     0.6667  1.0000  0.8000         2
                   horse     1.0000  0.5000  0.6667         2

         mean of classes     0.7222  0.6667  0.6556         6
        mean of examples     0.7222  0.6667  0.6556         6

        accuracy 66.67 % (30.00 to 90.32 %), loss 0.9163, 6 examples of the test data
        calibration error 13.33 %
        most confused: cat for dog (1), horse for cat (1)
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_class_that_never_occurs_counts_in_no_average()
    {
        ClassificationReport report = Report(classes: 4);
        report.Classes[3].ShouldBe(new ClassScore("3", 0, 0, 0));
        report.MacroAverage.F1.ShouldBe(59 / 90.0, 1e-12);
    }

    [Fact]
    public void Data_without_classes_or_with_others_is_refused()
    {
        using var model = new Guesser(Guesses, 3, static _ => 0.8f);
        Should.Throw<CnnGenException>(() => model.Interpret(Examples(4))).Message.ShouldContain("tells 3 classes apart, but the data has 4");
        Should.Throw<CnnGenException>(() => model.Interpret(Examples(3).Take(0))).Message.ShouldContain("no example");
        Should.Throw<ArgumentException>(() => model.Interpret(Examples(3), ["one", "two"])).Message.ShouldContain("2 names for 3 classes");
    }

    private static ClassificationReport Report(Func<int, float>? confidence = null, int classes = 3)
    {
        using var model = new Guesser(Guesses, classes, confidence ?? (static _ => 0.8f));
        return model.Interpret(Examples(classes).As(DataRole.Test), classes == 3 ? ["cat", "dog", "horse"] : null, batchSize: 4);
    }

    // An image's only pixel is its place.
    private static ImageDataset Examples(int classes) =>
        ImageDataset.FromLabels(1, 1, 1, classes, Enumerable.Range(0, Labels.Length).Select(static i => (byte)i).ToArray(), Labels);

    /// <summary>Says of each image what it was told to, with a probability; the other classes share the rest.</summary>
    private sealed class Guesser(int[] guesses, int classes, Func<int, float> confidence) : ICnnModel<Prediction>
    {
        public IReadOnlyList<DataInput> Inputs { get; } = [new DataInput("image", 1, 1, 1)];

        public IReadOnlyList<NetworkOutput> Outputs { get; } = [new NetworkOutput("dense", PredictionKind.Probabilities, classes)];

        public ModelSummary Architecture { get; } = new("guesser", [new LayerSummary("dense", "Dense", [classes], 0, 0, 0, 0, 1, [])]);

        public Prediction Read(OutputValues values) => values.Class(0);

        public void Predict(Batch batch, IReadOnlyList<Memory<float>> outputs)
        {
            for (int i = 0; i < batch.Count; i++)
            {
                int place = (int)MathF.Round(batch.Inputs[0].Span[i] * 255);
                Span<float> probabilities = outputs[0].Span.Slice(i * classes, classes);
                probabilities.Fill((1 - confidence(place)) / (classes - 1));
                probabilities[guesses[place]] = confidence(place);
            }
        }

        public IReadOnlyList<Weight> GetWeights() => [];

        public void SetWeights(IReadOnlyList<Weight> weights)
        {
        }

        public void Dispose()
        {
        }
    }
}
