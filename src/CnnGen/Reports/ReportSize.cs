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
        ReportContent[] smaller =
        [
            content,
            content with { HasMaps = false },
            content with { HasMaps = false, ImagesOfPair = 1 },
        ];
        List<PadNetwork> networks = Networks(content.Models, out List<string> reasons);
        foreach (ReportContent part in smaller)
        {
            int size = Bytes(ReportPage.Write(part with { WithoutPad = reasons }));
            if (size <= limit)
            {
                return ReportPage.Write(WithPads(part, networks, reasons, limit - size));
            }
        }

        throw new CnnGenException(
            $"The report of {content.Title} has {ReportText.Count(Bytes(ReportPage.Write(smaller[^1])))} bytes even without pad, maps and most images, more than {ReportText.Count(limit)}: report on fewer models, fewer classes or smaller images.");
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

    // The smallest first: more of them fit.
    private static ReportContent WithPads(ReportContent content, List<PadNetwork> networks, List<string> reasons, int room)
    {
        List<PadNetwork> taken = [];
        room -= networks.Count == 0 ? 0 : PadSection.FixedBytes(content.Data) + TooLarge(networks).Length;
        foreach (PadNetwork network in networks.OrderBy(static network => network.Size))
        {
            if (network.Size > room)
            {
                break;
            }

            taken.Add(network);
            room -= network.Size;
        }

        PadNetwork[] others = [.. networks.Except(taken)];
        return content with
        {
            Pads = [.. networks.Where(taken.Contains)],
            WithoutPad = others.Length == 0 ? reasons : [.. reasons, TooLarge(others)],
        };
    }

    private static string TooLarge(IReadOnlyList<PadNetwork> networks)
    {
        string names = ReportText.AllOf([.. networks.Select(static network => $"{network.Name} ({ReportText.Short(network.Size)}B of weights)")]);
        return $"The pad cannot run {names}: this file has no room for so much.";
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
