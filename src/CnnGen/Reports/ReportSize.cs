using System.Text;

namespace CnnGen;

/// <summary>
/// Brings a report to its size. What does not fit is left out in this order, each with a sentence: networks of the pad, the largest first; the
/// maps; images of confused pairs, but for one of each.
/// </summary>
internal static class ReportSize
{
    public static string Fit(ReportContent content, int limit)
    {
        List<PadNetwork> networks = Networks(content.Models, out List<string> reasons);
        ReportContent[] smaller =
        [
            .. WithPads(content, networks, reasons, limit),
            content with { WithoutPad = Reasons(reasons, networks), HasMaps = false },
            content with { WithoutPad = Reasons(reasons, networks), HasMaps = false, ImagesOfPair = 1 },
        ];
        string html = "";
        foreach (ReportContent part in smaller)
        {
            html = ReportPage.Write(part);
            if (Encoding.UTF8.GetByteCount(html) <= limit)
            {
                return html;
            }
        }

        throw new CnnGenException(
            $"The report of {content.Title} has {ReportText.Count(Encoding.UTF8.GetByteCount(html))} bytes even without pad, maps and most images, "
            + $"more than {ReportText.Count(limit)}: report on fewer models, fewer classes or smaller images.");
    }

    private static List<PadNetwork> Networks(IReadOnlyList<ReportedModel> models, out List<string> reasons)
    {
        List<PadNetwork> networks = [];
        reasons = [];
        foreach (ReportedModel model in models)
        {
            if (PadSupport.Obstacle(model) is { } obstacle)
            {
                reasons.Add(obstacle);
            }
            else
            {
                networks.Add(PadNetwork.Of(model));
            }
        }

        return networks;
    }

    // All that could have room, then one fewer each time: more of the small ones fit.
    private static IEnumerable<ReportContent> WithPads(ReportContent content, List<PadNetwork> networks, List<string> reasons, int limit)
    {
        PadNetwork[] small = [.. networks.Where(network => network.Size < limit).OrderBy(static network => network.Size)];
        for (int count = small.Length; count >= 0; count--)
        {
            PadNetwork[] taken = small[..count];
            yield return content with
            {
                Pads = [.. networks.Where(taken.Contains)],
                WithoutPad = Reasons(reasons, [.. networks.Where(network => !taken.Contains(network))]),
            };
        }
    }

    private static List<string> Reasons(List<string> reasons, List<PadNetwork> tooLarge)
    {
        string names = ReportText.AllOf([.. tooLarge.Select(static network => $"{network.Name} ({ReportText.Short(network.Size)}B of weights)")]);
        return tooLarge.Count == 0 ? reasons : [.. reasons, $"The pad cannot run {names}: this file has no room for so much."];
    }
}
