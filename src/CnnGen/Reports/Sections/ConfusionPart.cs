namespace CnnGen;

/// <summary>A model's confusion matrix, whose cells lead to their images.</summary>
internal sealed class ConfusionPart
{
    // A matrix of more classes is not read any more; the pairs below it are.
    private const int MostClasses = 30;
    private const int MostPairs = 60;

    private readonly ReportContent _content;
    private readonly ReportedModel _model;
    private readonly int _number;
    private readonly ImageSheet _images;
    private readonly HashSet<(int, int)> _shown;

    /// <param name="content">The report.</param>
    /// <param name="model">The model.</param>
    /// <param name="number">Its place among the models, for addresses within the page.</param>
    /// <param name="images">Where images are taken from.</param>
    public ConfusionPart(ReportContent content, ReportedModel model, int number, ImageSheet images)
    {
        (_content, _model, _number, _images) = (content, model, number, images);
        _shown = [.. model.Report.MostConfused.Take(MostPairs).Select(static pair => (pair.Actual, pair.Predicted))];
    }

    public Markup ToMarkup()
    {
        var part = new Markup();
        part.Line($"<div class=\"matrix\">");
        if (_model.Report.Confusion.Classes <= MostClasses)
        {
            part.Add(Matrix());
        }

        part.Line($"<div class=\"pairs\">");
        foreach (ConfusedPair pair in _model.Report.MostConfused.Take(MostPairs))
        {
            part.Add(Pair(pair));
        }

        if (_model.Report.MostConfused.Count == 0)
        {
            part.Line($"<p>Nothing was taken for anything else.</p>");
        }

        return part.Line($"</div></div>");
    }

    private Markup Matrix()
    {
        ConfusionMatrix confusion = _model.Report.Confusion;
        int most = Math.Max(_model.Report.MostConfused.Select(static pair => pair.Count).DefaultIfEmpty(0).Max(), 1);
        string caption = $"What {_model.Name} takes for what";
        var table = new Markup();
        table.Add($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\"><table class=\"confusion\"><caption>{caption}</caption><thead><tr><td></td>");
        for (int predicted = 0; predicted < confusion.Classes; predicted++)
        {
            table.Add($"<th scope=\"col\">{_content.NameOf(predicted)}</th>");
        }

        table.Line($"</tr></thead><tbody>");
        for (int actual = 0; actual < confusion.Classes; actual++)
        {
            table.Add($"<tr><th scope=\"row\">{_content.NameOf(actual)}</th>");
            for (int predicted = 0; predicted < confusion.Classes; predicted++)
            {
                table.Add(Cell(actual, predicted, confusion[actual, predicted], most));
            }

            table.Line($"</tr>");
        }

        return table.Line($"</tbody></table></div>");
    }

    private Markup Cell(int actual, int predicted, int count, int most)
    {
        if (actual == predicted)
        {
            return Markup.Of($"<td class=\"right\">{count}</td>");
        }

        if (count == 0)
        {
            return Markup.Of($"<td class=\"none\">·</td>");
        }

        string title = $"{count} times {_content.NameOf(actual)} taken for {_content.NameOf(predicted)}";
        return _shown.Contains((actual, predicted))
            ? Markup.Of($"<td class=\"wrong\" style=\"--share:{0.15 + (0.85 * count / most):0.##}\"><a href=\"#{Id(actual, predicted)}\" aria-label=\"{title}\">{count}</a></td>")
            : Markup.Of($"<td class=\"wrong\" style=\"--share:{0.15 + (0.85 * count / most):0.##}\">{count}</td>");
    }

    private Markup Pair(ConfusedPair pair)
    {
        ExampleResult[] results = [.. _model.Report.Results
            .Where(result => result.Actual == pair.Actual && result.Predicted == pair.Predicted)
            .OrderByDescending(static result => result.Confidence)];
        var part = new Markup();
        part.Line($"<div class=\"pair\" id=\"{Id(pair.Actual, pair.Predicted)}\" tabindex=\"-1\">");
        part.Line($"<h3>{_content.NameOf(pair.Actual)} taken for {_content.NameOf(pair.Predicted)}: {ReportText.Count(pair.Count)}</h3><div class=\"images\">");
        foreach (ExampleResult result in results.Take(_content.ImagesOfPair))
        {
            part.Line($"{_images.Show(result.Index, $"image {result.Index}, {ReportText.Percent(result.Confidence, 1)} sure")}");
        }

        int more = results.Length - _content.ImagesOfPair;
        return part.Line($"</div>{(more > 0 ? Markup.Of($"<p class=\"quiet\">and {ReportText.Count(more)} more</p>") : null)}</div>");
    }

    private string Id(int actual, int predicted) => FormattableString.Invariant($"pair-{_number}-{actual}-{predicted}");
}
