using System.Globalization;

namespace CnnGen.Benchmarks.Peer;

/// <summary>One row's question: what is measured, how the sides compare, and what is wanted.</summary>
/// <param name="What">The quantity and its unit.</param>
/// <param name="Value">The quantity itself.</param>
/// <param name="Wanted">The ratio of ours to theirs that is wanted of a network of that number.</param>
/// <param name="AtMost">The ratio is to be no larger than that rather than no smaller.</param>
/// <param name="Format">How the quantity is written.</param>
internal sealed record Goal(string What, Func<Figures, double> Value, Func<int, double> Wanted, bool AtMost, string Format)
{
    /// <summary>What is compared with PyTorch.</summary>
    public static IReadOnlyList<Goal> All { get; } =
    [
        new("training, images/s", side => side.TrainImagesPerSecond, _ => 3, AtMost: false, "N0"),
        new("inference, images/s", side => side.InferImagesPerSecond, model => model <= 4 ? 2.5 : 1.5, AtMost: false, "N0"),
        new("inference of one image, µs", side => side.LatencyMicroseconds, _ => 1.0 / 3, AtMost: true, "N0"),
        new("peak memory, MB", side => side.PeakMegabytes, _ => 0.5, AtMost: true, "N0"),
    ];

    /// <summary>What is wanted of this side alone.</summary>
    private static readonly Goal Scaling = new("training, all threads against one", side => side.Scaling, _ => 1.8, AtMost: false, "0.00");

    /// <summary>The rows of all goals, each for every network.</summary>
    public static IEnumerable<string> Rows(IReadOnlyList<ModelComparison> models)
    {
        foreach (var goal in All)
        {
            foreach (var model in models) yield return goal.Row(model, goal.Value(model.Ours) / goal.Value(model.Theirs));
        }

        foreach (var model in models) yield return Scaling.Row(model, Scaling.Value(model.Ours), "");
    }

    private string Row(ModelComparison model, double measured, string? ratio = null)
    {
        var wanted = Wanted(model.Number);
        var met = AtMost ? measured <= wanted : measured >= wanted;
        string[] cells =
        [
            What,
            model.Number.ToString(CultureInfo.InvariantCulture),
            Text(Value(model.Ours), Format),
            Text(Value(model.Theirs), Format),
            ratio ?? Text(measured, "0.00"),
            $"{(AtMost ? "≤" : "≥")} {Text(wanted, "0.00")}",
            met ? "yes" : "**no**",
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
