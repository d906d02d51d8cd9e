using System.Globalization;
using System.Text;

namespace CnnGen;

/// <summary>How well a network tells the classes of a data set apart. Prints as a table.</summary>
public sealed class ClassificationReport
{
    private const int PairsShown = 5;
    private readonly IReadOnlyList<string>? _names;

    internal ClassificationReport(IReadOnlyList<ExampleResult> results, int classes, IReadOnlyList<string>? names, DataRole role)
    {
        _names = names;
        Role = role;
        Results = results;
        Confusion = ConfusionMatrix.Of(results, classes);
        Accuracy = new Proportion(results.Count(static result => result.IsRight), results.Count);
        Loss = results.Average(static result => result.Loss);
        Classes = [.. Enumerable.Range(0, classes).Select(i => ClassScore.Of(NameOf(i), i, Confusion))];
        ClassScore[] seen = [.. Classes.Where((_, i) => Confusion.CountOf(i) + Confusion.CountOfPredicted(i) > 0)];
        MacroAverage = ClassScore.Average("mean of classes", seen, static _ => 1);
        WeightedAverage = ClassScore.Average("mean of examples", seen, static score => score.Count);
        MostConfused = [.. Pairs().OrderByDescending(static pair => pair.Count)];
        Calibration = new Calibration(results);
    }

    /// <summary>What the data is for, as far as it says: measures on data that something was chosen by are too good.</summary>
    public DataRole Role { get; }

    /// <summary>Every example, in the order of the data set.</summary>
    public IReadOnlyList<ExampleResult> Results { get; }

    /// <summary>The share that is right, with Wilson's 95 % interval.</summary>
    public Proportion Accuracy { get; }

    /// <summary>The mean cross-entropy.</summary>
    public double Loss { get; }

    /// <summary>What is taken for what.</summary>
    public ConfusionMatrix Confusion { get; }

    /// <summary>A score for each class.</summary>
    public IReadOnlyList<ClassScore> Classes { get; }

    /// <summary>The average over the classes that occur, each as important as the other.</summary>
    public ClassScore MacroAverage { get; }

    /// <summary>The average over the classes, each as important as it has examples.</summary>
    public ClassScore WeightedAverage { get; }

    /// <summary>Which classes are taken for which others, the most frequent mistake first.</summary>
    public IReadOnlyList<ConfusedPair> MostConfused { get; }

    /// <summary>Whether the network is right as often as it says it is.</summary>
    public Calibration Calibration { get; }

    /// <summary>The examples with the largest losses, the worst first.</summary>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<ExampleResult> TopLosses(int count = 25)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. Results.OrderByDescending(static result => result.Loss).Take(count)];
    }

    /// <summary>A table as scikit-learn's users know it, then accuracy, calibration and the most frequent mistakes.</summary>
    public override string ToString()
    {
        int width = Math.Max(Classes.Max(static score => score.Name.Length), WeightedAverage.Name.Length);
        var text = new StringBuilder();
        text.Append(' ', width).AppendLine("  precision  recall      F1  examples");
        foreach (ClassScore score in Classes)
        {
            text.AppendLine(Line(score, width));
        }

        text.AppendLine().AppendLine(Line(MacroAverage, width)).AppendLine(Line(WeightedAverage, width)).AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"accuracy {Accuracy}, loss {Loss:F4}, {Results.Count} examples{OfRole()}");
        text.Append(CultureInfo.InvariantCulture, $"calibration error {Calibration.Error * 100:F2} %");
        if (MostConfused.Count > 0)
        {
            text.AppendLine().Append("most confused: ").AppendJoin(", ", MostConfused.Take(PairsShown).Select(Describe));
        }

        return text.ToString();
    }

    private static string Line(ClassScore score, int width) => string.Create(
        CultureInfo.InvariantCulture,
        $"{score.Name.PadLeft(width)}  {score.Precision,9:F4}  {score.Recall,6:F4}  {score.F1,6:F4}  {score.Count,8}");

    private string OfRole() => Role switch
    {
        DataRole.Train => " of the training data",
        DataRole.Validation => " of the validation data",
        DataRole.Test => " of the test data",
        _ => "",
    };

    private string Describe(ConfusedPair pair) =>
        string.Create(CultureInfo.InvariantCulture, $"{NameOf(pair.Actual)} for {NameOf(pair.Predicted)} ({pair.Count})");

    private string NameOf(int label) => _names is null ? label.ToString(CultureInfo.InvariantCulture) : _names[label];

    private IEnumerable<ConfusedPair> Pairs() =>
        from actual in Enumerable.Range(0, Confusion.Classes)
        from predicted in Enumerable.Range(0, Confusion.Classes)
        where actual != predicted && Confusion[actual, predicted] > 0
        select new ConfusedPair(actual, predicted, Confusion[actual, predicted]);
}
