using System.Globalization;

namespace CnnGen.Samples.Mnist.Reports;

/// <summary>What the six models teach, said with the numbers that were just measured.</summary>
internal static class Lessons
{
    // A validation accuracy that is this much below the training accuracy has a reason.
    private const double LeastLag = 0.05;

    /// <summary>One paragraph for each idea of the notebook.</summary>
    /// <param name="valid">Model 1: no padding.</param>
    /// <param name="same">Model 2: padding.</param>
    /// <param name="normalized">Model 3: padding and batch normalization.</param>
    /// <param name="unitStride">Model 4: strides of one, written out.</param>
    /// <param name="stridedSame">Model 5: strides of two with padding.</param>
    /// <param name="stridedValid">Model 6: strides of two without padding.</param>
    public static IReadOnlyList<(string Title, string Text)> Draw(
        Outcome valid, Outcome same, Outcome normalized, Outcome unitStride, Outcome stridedSame, Outcome stridedValid) =>
    [
        ("Valid against same", Padding(valid, same)),
        ("What batch normalization adds", Normalization(same, normalized)),
        ("Strides of one", UnitStride(normalized, unitStride)),
        ("Strides of two", Strides(unitStride, stridedSame)),
        ("Strides without padding", StridesWithoutPadding(stridedSame, stridedValid)),
    ];

    private static string Padding(Outcome valid, Outcome same)
    {
        var more = same.Architecture.TotalParameters - valid.Architecture.TotalParameters;
        return Text(
            $"""
            Without padding the last map of {valid.Name} is {valid.LastMapSize}; with it, {same.Name} keeps {same.LastMapSize}.
            That costs {more:N0} parameters more ({Percent(more, valid.Architecture.TotalParameters)}), all of them in the first Dense layer,
            and {Times(same.Architecture.MultiplyAdds, valid.Architecture.MultiplyAdds)} the multiply-adds. {Verdict(valid, same)}
            """);
    }

    private static string Normalization(Outcome same, Outcome normalized)
    {
        var more = normalized.Architecture.TotalParameters - same.Architecture.TotalParameters;
        var fixedOnes = normalized.Architecture.NonTrainableParameters;
        return Text(
            $"""
            It brings {more:N0} parameters to {normalized.Name}; {fixedOnes:N0} of them, the moving means and variances, are observed and not
            trained. After one epoch the validation accuracy is {Accuracy(same.FirstEpochAccuracy)} without and {Accuracy(normalized.FirstEpochAccuracy)} with it{Lag(normalized)}. An image takes
            {Times(same.ImagesPerSecond, normalized.ImagesPerSecond)} the time to train on. {Verdict(same, normalized)}
            """);
    }

    // Training is measured while it goes on, so that validation should find the network better, not worse.
    private static string Lag(Outcome normalized)
    {
        if (normalized.FirstEpochTrainingAccuracy - normalized.FirstEpochAccuracy < LeastLag)
        {
            return "";
        }

        var momentum = new BatchNormalizationAttribute().Momentum;
        var later = normalized.Epochs > 1 ? Text($"; after epoch {normalized.Epochs} it is {Accuracy(normalized.LastEpochAccuracy)}") : "";
        return Text(
            $"""
            , though {Accuracy(normalized.FirstEpochTrainingAccuracy)} of the training digits were right: training normalizes by the means and variances of the
            batch, validation by the moving ones, which keep {momentum * 100:0.##} % of themselves at each step and had not caught up{later}
            """);
    }

    private static string UnitStride(Outcome normalized, Outcome unitStride)
    {
        var table = normalized.Architecture.Layers.SequenceEqual(unitStride.Architecture.Layers)
            ? "Every row of the summary is the same: one is what a convolution does anyway."
            : "The two summaries differ, which they should not.";
        var result = normalized.Accuracy == unitStride.Accuracy
            ? $"Both start from the same seed, and both end at {Accuracy(unitStride.Accuracy)}."
            : Verdict(normalized, unitStride);
        return $"{table} {result}";
    }

    private static string Strides(Outcome unitStride, Outcome strided) => Text(
        $"""
        {strided.Name} halves the map three times, down to {strided.LastMapSize}. Its first Dense layer falls from {unitStride.FirstDense.Parameters:N0} parameters to
        {strided.FirstDense.Parameters:N0}, and the whole network to {Percent(strided.Architecture.TotalParameters, unitStride.Architecture.TotalParameters)} of {unitStride.Name}. It does {Percent(strided.Architecture.MultiplyAdds, unitStride.Architecture.MultiplyAdds)} of the
        multiply-adds and trains {Times(strided.ImagesPerSecond, unitStride.ImagesPerSecond)} as fast. {Verdict(unitStride, strided)}
        """);

    private static string StridesWithoutPadding(Outcome same, Outcome valid) => Text(
        $"""
        {valid.Name} ends at {valid.LastMapSize} with {Percent(valid.Architecture.TotalParameters, same.Architecture.TotalParameters)} of the parameters of {same.Name}, so padding decides here
        how much of the map the strides leave over. {Verdict(same, valid)}
        """);

    /// <summary>Compares two accuracies, and says so when chance alone could have made the difference.</summary>
    internal static string Verdict(Outcome before, Outcome after)
    {
        var points = (after.Accuracy - before.Accuracy) * 100;
        var images = (int)Math.Round(Math.Abs(after.Accuracy - before.Accuracy) * after.TestImages);
        if (images == 0)
        {
            return Text($"Test accuracy is the same, {Accuracy(after.Accuracy)}.");
        }

        var change = Text($"Test accuracy goes from {Accuracy(before.Accuracy)} to {Accuracy(after.Accuracy)} ({points:+0.00;-0.00} points, {images} of {after.TestImages:N0} images)");
        return WithinChance(before, after) ? change + ", no more than chance does." : change + ".";
    }

    // Two standard errors of the difference between two shares.
    private static bool WithinChance(Outcome a, Outcome b)
    {
        static double Variance(Outcome outcome) => outcome.Accuracy * (1 - outcome.Accuracy) / outcome.TestImages;
        return Math.Abs(a.Accuracy - b.Accuracy) < 2 * Math.Sqrt(Variance(a) + Variance(b));
    }

    private static string Accuracy(double value) => Text($"{value * 100:F2} %");

    private static string Percent(long part, long whole) => Text($"{100.0 * part / whole:0.#} %");

    private static string Times(double a, double b) => Text($"{a / b:0.0#} times");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture).ReplaceLineEndings(" ");
}
