using System.Text;

namespace CnnGen.Tests.Reports;

/// <summary>A report has at most the bytes that it may have, and says what is not in it.</summary>
public class ReportSizeTests
{
    [Fact]
    public void What_has_no_room_is_left_out_in_order()
    {
        var report = new TrainingReport(Large("large"), Samples.Model("small", s_images));
        List<string> states = [];
        for (int limit = Size(report.ToHtml()); ; limit -= 400)
        {
            string state = State(report, limit);
            if (states.LastOrDefault() != state)
            {
                states.Add(state);
            }

            if (state == "refused")
            {
                break;
            }
        }

        states.ShouldBe(["large, small, maps, images", "small, maps, images", "maps, images", "images", "one image of each", "refused"]);
    }

    // What is in a report of at most so many bytes.
    private static string State(TrainingReport report, int limit)
    {
        try
        {
            string html = report.ToHtml(limit);
            Size(html).ShouldBeLessThanOrEqualTo(limit);
            var page = new Page(html);
            bool hasPad = page.All("canvas").Any();
            page.Text.Contains("The pad cannot run large (").ShouldBe(!html.Contains("\"name\":\"large\"", StringComparison.Ordinal));
            string[] parts =
            [
                .. new[] { "large", "small" }.Where(name => hasPad && html.Contains($"\"name\":\"{name}\"", StringComparison.Ordinal)),
                .. page.Text.Contains("The maps are left out", StringComparison.Ordinal) ? Array.Empty<string>() : ["maps"],
                page.Text.Contains("and 13 more", StringComparison.Ordinal) ? "one image of each" : "images",
            ];
            return string.Join(", ", parts);
        }
        catch (CnnGenException refused)
        {
            refused.Message.ShouldContain("bytes even without pad, maps and most images");
            return "refused";
        }
    }

    /// <summary>Noise does not compress: the most that images can take.</summary>
    [Fact]
    public void Thousands_of_mistakes_stay_below_the_limit()
    {
        const int Count = 6000;
        var random = new Random(1);
        var pixels = new byte[Count * 16];
        random.NextBytes(pixels);
        int[] labels = [.. Enumerable.Range(0, Count).Select(i => (pixels[16 * i] + 1) % 3)];
        var data = ImageDataset.FromLabels(4, 4, 1, 3, pixels, labels);

        string html = new TrainingReport(new ReportedModel("noise", new Guesser(static pixel => Guesser.Sure((int)MathF.Round(pixel * 255) % 3 / 255f)), Samples.History, data)).ToHtml();

        Size(html).ShouldBeLessThan(TrainingReport.MaximumBytes);
        new Page(html).Text.ShouldContain("0.00 % of 6,000 images are right");
    }

    private const int Units = 400;

    private static readonly ImageDataset s_images = Guesser.Data([.. Enumerable.Range(0, 40).Select(static i => (i % 3, (i + 1) % 3))]);

    // One with enough weights to be left out.
    private static ReportedModel Large(string name) => new(name, new Guesser(
        Guesser.Sure,
        [Guesser.Row("flatten", "Flatten", [16]), Guesser.Row("dense", "Dense", [Units], "flatten"), Guesser.Row("dense_1", "Dense", [3], "dense")],
        [
            new Weight("dense.weight", [Units, 16], new float[Units * 16]), new Weight("dense.bias", [Units], new float[Units]),
            new Weight("dense_1.weight", [3, Units], new float[3 * Units]), new Weight("dense_1.bias", [3], new float[3]),
        ]), Samples.History, s_images);

    private static int Size(string html) => Encoding.UTF8.GetByteCount(html);
}
