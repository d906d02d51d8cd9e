namespace CnnGen;

/// <summary>Accuracy and loss over the epochs, of all models; the best epoch is marked.</summary>
internal static class CurvesSection
{
    public static Markup Write(ReportContent content)
    {
        var section = new Markup();
        section.Line($"<section><h2>Learning</h2><p>{Legend(content)} The large dot is the best epoch.</p>");
        section.Add(Keys(content)).Line($"<div class=\"charts\">");
        if (content.Models.Any(static model => model.History.Epochs.Any(static epoch => epoch.Accuracy is not null || epoch.ValidationAccuracy is not null)))
        {
            section.Line($"<figure><figcaption>Accuracy</figcaption>{Chart(content, "Accuracy", static epoch => epoch.Accuracy, static epoch => epoch.ValidationAccuracy)}</figure>");
        }

        section.Line($"<figure><figcaption>Loss</figcaption>{Chart(content, "Loss", static epoch => epoch.Loss, static epoch => epoch.ValidationLoss)}</figure>");
        section.Line($"</div>").Add(Table(content).Behind());
        return section.Line($"</section>");
    }

    /// <summary>Which colour is which model.</summary>
    /// <param name="content">The report.</param>
    /// <param name="more">What to say behind a name.</param>
    public static Markup Keys(ReportContent content, Func<ReportedModel, string>? more = null) => content.IsComparison
        ? Markup.Of($"<ul class=\"keys\">").Add(Markup.Join(content.Models.Select((model, i) => Markup.Of($"<li><i class=\"{Colour(i)}\"></i>{model.Name}{more?.Invoke(model)}</li>")))).Line($"</ul>")
        : new Markup();

    /// <summary>The class of the style sheet for a model.</summary>
    public static string Colour(int model) => FormattableString.Invariant($"c{model % 6}");

    private static string Legend(ReportContent content) => content.Models.Any(static model => model.Validation is not null)
        ? content.Models[0].Validation?.Role == DataRole.Test ? "Full lines: test images; dashed: training images." : "Full lines: validation images; dashed: training images."
        : "Dashed lines: training images.";

    private static Markup Chart(ReportContent content, string name, Func<EpochResult, double?> training, Func<EpochResult, double?> validation)
    {
        IEnumerable<EpochResult> epochs = content.Models.SelectMany(static model => model.History.Epochs);
        int last = epochs.Select(static epoch => epoch.Epoch).DefaultIfEmpty(1).Max();
        bool isShare = name == "Accuracy";
        var chart = new Chart(
            $"{name} of {ReportText.AllOf([.. content.Models.Select(static model => model.Name)])} over {ReportText.Plural(last, "epoch")}",
            new Axis("epoch", 0.8, Math.Max(last, 2) + 0.2) { IsWhole = true },
            Axis.Around(isShare ? "share that is right, %" : "loss", epochs.SelectMany(epoch => new[] { training(epoch), validation(epoch) })
                .OfType<double>().Select(value => isShare ? value * 100 : value), 0, isShare ? 100 : double.PositiveInfinity));
        for (int i = 0; i < content.Models.Count; i++)
        {
            Draw(chart, content.Models[i], Colour(i), training, validation, isShare ? 100 : 1);
        }

        return chart.ToMarkup();
    }

    private static void Draw(Chart chart, ReportedModel model, string colour, Func<EpochResult, double?> training, Func<EpochResult, double?> validation, double factor)
    {
        IReadOnlyList<EpochResult> epochs = model.History.Epochs;
        chart.Line(epochs.Select(epoch => ((double)epoch.Epoch, (training(epoch) ?? double.NaN) * factor)), $"dashed {colour}");
        chart.Line(epochs.Select(epoch => ((double)epoch.Epoch, (validation(epoch) ?? double.NaN) * factor)), colour);
        foreach (EpochResult epoch in epochs)
        {
            double value = (validation(epoch) ?? training(epoch) ?? double.NaN) * factor;
            bool isBest = epoch == model.Best;
            chart.Dot(epoch.Epoch, value, isBest ? 5.5 : 2.5, colour, $"{model.Name}, epoch {epoch.Epoch}{(isBest ? ", the best" : "")}: {ReportText.Number(value, factor == 1 ? 4 : 2)}");
        }
    }

    private static DataTable Table(ReportContent content) => new(
        "Learning, epoch by epoch",
        ["model", "epoch", "loss", "accuracy", "validation loss", "validation accuracy", "learning rate", "seconds"],
        [.. from model in content.Models
            from epoch in model.History.Epochs
            select (IReadOnlyList<string>)
            [
                model.Name, $"{epoch.Epoch}{(epoch == model.Best ? " (best)" : "")}", ReportText.Number(epoch.Loss, 4), Share(epoch.Accuracy),
                ReportText.Number(epoch.ValidationLoss ?? double.NaN, 4), Share(epoch.ValidationAccuracy), FormattableString.Invariant($"{epoch.LearningRate:0.######}"), ReportText.Number(epoch.Seconds, 1),
            ]]);

    private static string Share(double? share) => share is { } value ? ReportText.Percent(value) : "–";
}
