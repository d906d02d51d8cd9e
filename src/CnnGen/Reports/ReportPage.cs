namespace CnnGen;

/// <summary>The whole file: head, style, the sections from top to bottom, scripts.</summary>
internal static class ReportPage
{
    // Nothing may be fetched from anywhere, whatever a name or a path tries.
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    public static string Write(ReportContent content)
    {
        var images = new ImageSheet(content.Data);
        Markup[] sections = [.. Sections(content, images)];
        return Markup.Of($"""
            <!DOCTYPE html>
            <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="{Policy}"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <meta name="generator" content="CnnGen"/>
            <link rel="icon" href="data:,"/>
            <title>{content.Title}: training report</title>
            <style>/*<![CDATA[*/

            """)
            .AddVerbatim(ReportResources.Text("report.css"))
            .Add(images.Style())
            .Add($"/*]]>*/</style>\n</head>\n<body>\n<main>\n")
            .Add(Markup.Join(sections))
            .Add($"</main>\n")
            .Add(Script())
            .Add(PadSection.Script(content))
            .Add($"</body>\n</html>\n")
            .ToString();
    }

    private static IEnumerable<Markup> Sections(ReportContent content, ImageSheet images) =>
    [
        SentenceSection.Write(content),
        PadSection.Write(content),
        DiagramSection.Write(content),
        CurvesSection.Write(content),
        MistakesSection.Write(content, images),
        MapsSection.Write(content),
        CalibrationSection.Write(content),
        CostSection.Write(content),
        TablesSection.Write(content),
        RunSection.Write(content),
    ];

    // What is closed on the screen is printed all the same, and an address within the page opens what it is in.
    private static Markup Script() => Markup.Of($"<script>//<![CDATA[\n").AddVerbatim(ReportResources.Text("page.js")).Add($"//]]></script>\n");
}
