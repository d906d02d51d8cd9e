namespace CnnGen;

/// <summary>What there is to say in a sentence: how much is right, within which bounds, measured and chosen on what, at what cost.</summary>
internal static class SentenceSection
{
    public static Markup Write(ReportContent content)
    {
        var header = new Markup();
        header.Line($"<header><p class=\"kicker\">Training report</p><h1>{content.Title}</h1>");
        header.Add(content.IsComparison ? Several(content) : One(content, content.Models[0]));
        if (content.DataDescription is { } description)
        {
            header.Line($"<p class=\"quiet\">Data: {description}</p>");
        }

        return header.Line($"</header>");
    }

    private static Markup One(ReportContent content, ReportedModel model)
    {
        Proportion accuracy = model.Report.Accuracy;
        string time = $"{ReportText.Seconds(model.History.Seconds)}, {ReportText.Plural(model.History.Epochs.Count, "epoch")}{Stopped(model)}";
        return Markup.Of($"""
            <p class="sentence"><strong>{ReportText.Percent(accuracy.Value)}</strong> of {content.Examples(model)} are right; with 95 % certainty
            it is between {Interval(accuracy, "and")} of all such images. {Chosen(content)}
            {model.Name} has {ReportText.Plural(model.Architecture.TotalParameters, "parameter")} and was trained in {time}.</p>

            """);
    }

    private static Markup Several(ReportContent content)
    {
        double low = content.Models.Min(static model => model.Report.Accuracy.Value);
        double high = content.Models.Max(static model => model.Report.Accuracy.Value);
        var table = new DataTable(
            "The models",
            ["model", "accuracy", "95 % interval", "parameters", "training", "epochs"],
            [.. content.Models.Select(static model => (IReadOnlyList<string>)
            [
                model.Name,
                ReportText.Percent(model.Report.Accuracy.Value),
                Interval(model.Report.Accuracy, "to"),
                ReportText.Count(model.Architecture.TotalParameters),
                ReportText.Seconds(model.History.Seconds),
                ReportText.Count(model.History.Epochs.Count),
            ])]);
        double seconds = content.Models.Sum(static model => model.History.Seconds);
        return Markup.Of($"""
            <p class="sentence"><strong>{ReportText.Number(low * 100, 2)} to {ReportText.Percent(high)}</strong> of {content.Examples(content.Models[0])} are right,
            depending on the network; {ReportText.Count(content.Models.Count)} networks were trained, in {ReportText.Seconds(seconds)} together. {Chosen(content)}</p>
            {table.ToMarkup()}
            """);
    }

    private static string Interval(Proportion share, string between) => $"{ReportText.Number(share.Low * 100, 2)} {between} {ReportText.Percent(share.High)}";

    private static string Stopped(ReportedModel model) => model.History.StopMessage is { } reason ? $" ({reason.TrimEnd('.')})" : "";

    // A figure on data that something was chosen by is too good, and says so.
    private static string Chosen(ReportContent content)
    {
        ReportedModel model = content.Models[0];
        return model.Report.Role == DataRole.Train ? "These are the very images it was trained on: of others, fewer will be right."
            : model.Validation is null ? "No data was looked at to choose an epoch."
            : model.Validation.Role == DataRole.Validation && model.Report.Role == DataRole.Test
                ? $"What there was to choose was chosen on {ReportText.Plural(model.Validation.Count, "validation image")}; the test images were looked at once, at the end."
            : "The training was followed on the same images, epoch after epoch: whatever was chosen by that makes the figure a little too good.";
    }
}
