namespace CnnGen;

/// <summary>Accuracy against what it costs: parameters and seconds of training. Only where there is something to compare.</summary>
internal static class CostSection
{
    public static Markup Write(ReportContent content)
    {
        var section = new Markup();
        if (!content.IsComparison)
        {
            return section;
        }

        section.Line($"<section><h2>What it costs</h2><p>Up is better, left is cheaper. The lines are 95 % intervals: where they overlap far, the difference may be chance.</p>");
        section.Add(CurvesSection.Keys(content)).Line($"<div class=\"charts\">");
        section.Line($"<figure><figcaption>Accuracy against parameters</figcaption>{Chart(content, "parameters", static model => Math.Max(model.Architecture.TotalParameters, 1))}</figure>");
        section.Line($"<figure><figcaption>Accuracy against training time</figcaption>{Chart(content, "seconds of training", static model => Math.Max(model.History.Seconds, 0.001))}</figure>");
        return section.Line($"</div>").Add(Table(content).Behind()).Line($"</section>");
    }

    private static Markup Chart(ReportContent content, string cost, Func<ReportedModel, double> of)
    {
        var chart = new Chart(
            $"Accuracy against {cost}",
            Axis.Powers(cost, [.. content.Models.Select(of)]),
            Axis.Around("right, %", content.Models.SelectMany(static model => new[] { model.Report.Accuracy.Low * 100, model.Report.Accuracy.High * 100 }), 0, 100));
        for (int i = 0; i < content.Models.Count; i++)
        {
            ReportedModel model = content.Models[i];
            Proportion accuracy = model.Report.Accuracy;
            chart.Interval(of(model), accuracy.Low * 100, accuracy.High * 100, CurvesSection.Colour(i));
            chart.Dot(of(model), accuracy.Value * 100, 5, CurvesSection.Colour(i), $"{model.Name}: {accuracy}, {ReportText.Short(of(model))} {cost}");
        }

        return chart.ToMarkup();
    }

    private static DataTable Table(ReportContent content) => new(
        "Accuracy and cost",
        ["model", "accuracy", "parameters", "multiply-adds", "seconds of training", "images a second"],
        [.. content.Models.Select(static model => (IReadOnlyList<string>)
        [
            model.Name, model.Report.Accuracy.ToString(), ReportText.Count(model.Architecture.TotalParameters), ReportText.Count(model.Architecture.MultiplyAdds),
            ReportText.Number(model.History.Seconds, 1), ReportText.Number(model.History.Epochs.Select(static epoch => epoch.ImagesPerSecond).DefaultIfEmpty(double.NaN).Average(), 0),
        ])]);
}
