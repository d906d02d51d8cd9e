namespace CnnGen;

/// <summary>The models' summaries as Keras prints them.</summary>
internal static class TablesSection
{
    public static Markup Write(ReportContent content)
    {
        var section = new Markup();
        section.Line($"<section><h2>Keras's {(content.IsComparison ? "tables" : "table")}</h2>");
        foreach (ReportedModel model in content.Models)
        {
            section.Line($"<details{(content.IsComparison ? null : Markup.Of($" open=\"open\""))}><summary>{model.Name}</summary>");
            section.Line($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Summary of {model.Name}\"><pre>{model.Architecture.ToString()}</pre></div></details>");
        }

        return section.Line($"</section>");
    }
}
