using System.Text;
using System.Text.Json;

namespace CnnGen;

/// <summary>The pad to draw on, with the networks that run in it.</summary>
internal static class PadSection
{
    private const int MostExamples = 10;
    private static readonly string[] s_scripts = ["layers.js", "network.js", "drawing.js", "maps.js", "window.js", "pad.js"];

    public static Markup Write(ReportContent content)
    {
        bool isDrawn = content.Data.Channels == 1;
        var section = new Markup();
        section.Line($"<section id=\"draw\"><h2>{(isDrawn ? "Draw one yourself" : "Watch it look")}</h2>");
        if (content.Pads.Count > 0)
        {
            section.Line($"""
                <p>The trained network itself runs in this page. {(isDrawn ? "Draw" : "Take an image")}, and all its maps follow;
                choose a pixel of a map to see how it was computed.</p>
                """);
            section.Line($"<noscript><p class=\"note\">This part needs JavaScript. Everything below can be read without it.</p></noscript>");
            section.Add(Controls(content, isDrawn));
        }

        foreach (string reason in content.WithoutPad)
        {
            section.Line($"<p class=\"note\">{reason}</p>");
        }

        return section.Line($"</section>");
    }

    /// <summary>The networks and the script that runs them; nothing without a network.</summary>
    public static Markup Script(ReportContent content)
    {
        var script = new Markup();
        if (content.Pads.Count == 0)
        {
            return script;
        }

        script.Add($"<script id=\"pad-data\" type=\"application/json\">").AddVerbatim(Data(content)).Add($"</script>\n");
        script.Add($"<script>//<![CDATA[\n(() => {{\n\"use strict\";\n");
        foreach (string name in s_scripts)
        {
            script.AddVerbatim(ReportResources.Text(name));
        }

        return script.Add($"}})();\n//]]></script>\n");
    }

    private static Markup Controls(ReportContent content, bool isDrawn)
    {
        var controls = new Markup();
        controls.Line($"<div class=\"pad\" hidden=\"hidden\">");
        if (content.Pads.Count > 1)
        {
            controls.Add($"<fieldset data-pad=\"networks\"><legend>Network</legend>");
            for (int i = 0; i < content.Pads.Count; i++)
            {
                controls.Add($"<label><input type=\"radio\" name=\"network\" value=\"{i}\"/> {content.Pads[i].Name}</label>").AddVerbatim("\n");
            }

            controls.Line($"</fieldset>");
        }

        controls.Line($"<div class=\"desk\">");
        if (isDrawn)
        {
            controls.Line($"""
                <div class="sheet"><div class="stack">
                <canvas data-pad="ink" width="280" height="280" tabindex="0" role="application" aria-label="Pad to draw on" aria-describedby="pad-keys"></canvas>
                <i class="pen" data-pad="pen" hidden="hidden"></i></div>
                <button type="button" data-pad="clear">Clear</button>
                <p class="quiet" id="pad-keys">Draw with mouse, pen or finger. With the keyboard: arrows move the pen, the space bar puts it down and lifts it,
                Delete clears.</p></div>
                """);
        }

        return controls.Line($"""
            <div class="says"><p class="big" data-pad="class" aria-hidden="true">–</p>
            <p class="quiet" data-pad="answer" aria-live="polite"></p><ol class="bars" data-pad="bars"></ol></div>
            <div class="take"><p class="quiet">{(isDrawn ? "Or take one of the data:" : "Take one:")}</p>
            <div data-pad="examples" class="examples"></div></div>
            </div>
            <div data-pad="layers" class="layers"></div>
            <div data-pad="window" class="window" aria-live="polite" hidden="hidden"></div>
            </div>
            """);
    }

    private static string Data(ReportContent content)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray("classes");
            foreach (string name in content.Models[0].ClassNames)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            WriteExamples(json, content);
            json.WriteStartArray("networks");
            foreach (PadNetwork network in content.Pads)
            {
                json.WriteRawValue(network.Json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    // The first of each class.
    private static void WriteExamples(Utf8JsonWriter json, ReportContent content)
    {
        json.WriteStartArray("examples");
        IEnumerable<ExampleResult> firsts = content.Models[0].Report.Results.DistinctBy(static result => result.Actual);
        foreach (ExampleResult example in firsts.OrderBy(static result => result.Actual).Take(MostExamples))
        {
            json.WriteStartObject();
            json.WriteString("name", content.NameOf(example.Actual));
            json.WriteBase64String("pixels", content.Data.Images[example.Index].Pixels.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
