using System.Reflection;
using System.Runtime.InteropServices;

namespace CnnGen;

/// <summary>How to get the same again: the command, the seed, and what it ran on.</summary>
internal static class RunSection
{
    public static Markup Write(ReportContent content)
    {
        var section = new Markup();
        section.Line($"<section><h2>Again</h2>");
        if (content.Command is { } command)
        {
            section.Line($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Command\"><pre>{command}</pre></div>");
        }

        section.Line($"<p>{Seed(content)}</p>");
        section.Line($"<p class=\"quiet\">CnnGen {Version()}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {ReportText.Plural(Environment.ProcessorCount, "processor")}.</p>");
        return section.Line($"</section>");
    }

    private static string Seed(ReportContent content) => content.Seed is { } seed
        ? $"Seed {seed}: the same build on the same kind of processor gives the same numbers, but for times."
        : "No seed was given: another run draws other start weights and another order.";

    private static string Version() =>
        typeof(RunSection).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
