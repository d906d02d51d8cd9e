namespace CnnGen;

/// <summary>Whether the networks are right as often as they say they are.</summary>
internal static class CalibrationSection
{
    // The share of fewer says little.
    private const int LeastImages = 5;

    public static Markup Write(ReportContent content)
    {
        var section = new Markup();
        section.Line($"<section><h2>Is it right as often as it says?</h2>");
        section.Line($"""
            <p>Images are sorted by how sure the network was. On the diagonal it is as often right as it says; below it, it is too sure.
            {Error(content)} The larger a dot, the more images; what there are fewer than {LeastImages} of stands in the table alone.</p>
            """);
        section.Add(CurvesSection.Keys(content, static model => $" ({ReportText.Percent(model.Report.Calibration.Error, 1)})")).Line($"<div class=\"charts\"><figure>{Chart(content)}</figure></div>");
        return section.Add(Table(content).Behind()).Line($"</section>");
    }

    private static string Error(ReportContent content) => content.IsComparison
        ? "Beside each name stands how far it is off, on average over the images."
        : $"On average over the images it is off by {ReportText.Percent(content.Models[0].Report.Calibration.Error)}.";

    private static Markup Chart(ReportContent content)
    {
        var chart = new Chart("How often it is right, by how sure it was", new Axis("how sure, %", 0, 100), new Axis("right, %", 0, 100));
        chart.Line([(0, 0), (100, 100)], "diagonal");
        for (int i = 0; i < content.Models.Count; i++)
        {
            ReportedModel model = content.Models[i];
            string colour = CurvesSection.Colour(i);
            CalibrationBin[] bins = [.. model.Report.Calibration.Bins.Where(static bin => bin.Count >= LeastImages)];
            chart.Line(bins.Select(static bin => (bin.Confidence * 100, bin.Accuracy * 100)), colour);
            foreach (CalibrationBin bin in bins)
            {
                double radius = 2 + (6 * Math.Sqrt((double)bin.Count / model.Report.Results.Count));
                chart.Dot(bin.Confidence * 100, bin.Accuracy * 100, radius, colour,
                    $"{model.Name}: {ReportText.Plural(bin.Count, "image")}, {ReportText.Percent(bin.Confidence)} sure, {ReportText.Percent(bin.Accuracy)} right");
            }
        }

        return chart.ToMarkup();
    }

    private static DataTable Table(ReportContent content) => new(
        "How sure, and how often right",
        ["model", "from", "to", "images", "how sure", "right"],
        [.. from model in content.Models
            from bin in model.Report.Calibration.Bins
            where bin.Count > 0
            select (IReadOnlyList<string>)
            [
                model.Name, ReportText.Percent(bin.From, 0), ReportText.Percent(bin.To, 0), ReportText.Count(bin.Count), ReportText.Percent(bin.Confidence), ReportText.Percent(bin.Accuracy),
            ]]);
}
