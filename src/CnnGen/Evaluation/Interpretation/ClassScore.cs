namespace CnnGen;

/// <summary>How well one class is recognised, or classes on average.</summary>
/// <param name="Name">The class, or what the average is.</param>
/// <param name="Precision">The share of what was taken for it that belongs to it; zero if nothing was.</param>
/// <param name="Recall">The share of its examples that were recognised; zero if there are none.</param>
/// <param name="Count">Its examples.</param>
public sealed record ClassScore(string Name, double Precision, double Recall, int Count)
{
    /// <summary>The harmonic mean of precision and recall; zero if both are.</summary>
    public double F1 { get; init; } = Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    internal static ClassScore Of(string name, int index, ConfusionMatrix confusion) => new(
        name, Share(confusion[index, index], confusion.CountOfPredicted(index)), Share(confusion[index, index], confusion.CountOf(index)), confusion.CountOf(index));

    /// <summary>The average of some scores, each as important as its weight.</summary>
    internal static ClassScore Average(string name, IReadOnlyList<ClassScore> scores, Func<ClassScore, double> weight)
    {
        double all = scores.Sum(weight);
        double Mean(Func<ClassScore, double> value) => scores.Sum(score => weight(score) * value(score)) / all;
        return new(name, Mean(static score => score.Precision), Mean(static score => score.Recall), scores.Sum(static score => score.Count))
        {
            F1 = Mean(static score => score.F1),
        };
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
