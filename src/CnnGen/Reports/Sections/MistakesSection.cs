namespace CnnGen;

/// <summary>What is taken for what, the worst mistakes, and how well each class is recognised, of one model after the other.</summary>
internal static class MistakesSection
{
    private const int MostLosses = 25;

    public static Markup Write(ReportContent content, ImageSheet images)
    {
        var section = new Markup();
        section.Line($"<section id=\"mistakes\"><h2>What it takes for what</h2>");
        section.Line($"<p>Rows are what an image is, columns what it was taken for. A number opens its images.</p>");
        for (int i = 0; i < content.Models.Count; i++)
        {
            ReportedModel model = content.Models[i];
            Markup parts = new ConfusionPart(content, model, i, images).ToMarkup().Add(TopLosses(content, model, images)).Add(Classes(model).ToMarkup());
            section.Add(content.IsComparison
                ? Markup.Of($"<details class=\"model mistakes\" name=\"mistakes\"{(i == 0 ? Markup.Of($" open=\"open\"") : null)}><summary>{model.Name}: {ReportText.Percent(model.Report.Accuracy.Value)}</summary>{parts}</details>\n")
                : Markup.Of($"<div class=\"mistakes\">{parts}</div>\n"));
        }

        return section.Line($"</section>");
    }

    private static Markup TopLosses(ReportContent content, ReportedModel model, ImageSheet images)
    {
        IReadOnlyList<ExampleResult> worst = model.Report.TopLosses(MostLosses);
        var part = new Markup();
        part.Line($"<h3>The {worst.Count} largest losses</h3>");
        part.Line($"<p>What the image is; what it was taken for, and how surely; what the network would have said next.</p><ol class=\"losses\">");
        foreach (ExampleResult result in worst)
        {
            Markup verdict = result.IsRight ? Markup.Of($"right") : Markup.Of($"taken for <b>{content.NameOf(result.Predicted)}</b>");
            part.Add($"<li>{images.Show(result.Index, $"image {result.Index}")}<span><b>{content.NameOf(result.Actual)}</b> {verdict} {ReportText.Percent(result.Confidence, 1)}");
            part.Line($"<br/><small>then {content.NameOf(result.SecondGuess)} · loss {ReportText.Number(result.Loss, 2)}</small></span></li>");
        }

        return part.Line($"</ol>");
    }

    private static DataTable Classes(ReportedModel model) => new(
        "Each class",
        ["class", "precision", "recall", "F1", "images"],
        [.. model.Report.Classes.Append(model.Report.MacroAverage).Append(model.Report.WeightedAverage).Select(static score => (IReadOnlyList<string>)
        [
            score.Name, ReportText.Percent(score.Precision), ReportText.Percent(score.Recall), ReportText.Percent(score.F1), ReportText.Count(score.Count),
        ])]);
}
