using System.Text;

namespace CnnGen.Tests.Reports;

/// <summary>A report has at most the bytes that it may have, and says what is not in it.</summary>
public class ReportSizeTests
{
    [Fact]
    public void What_has_no_room_is_left_out_in_order()
    {
        var report = new TrainingReport(Several(40), Samples.Model("other", s_images));
        string whole = report.ToHtml();
        Size(whole).ShouldBeLessThan(200_000);
        new Page(whole).All("script").Count().ShouldBe(3);

        string withoutPad = report.ToHtml(Size(whole) - 40_000);
        new Page(withoutPad).All("script").Count().ShouldBe(1);
        new Page(withoutPad).Text.ShouldContain("The pad cannot run net (");
        new Page(withoutPad).Text.ShouldContain("What it sees Above, the kernels");

        int left = Size(withoutPad);
        while (true)
        {
            left -= 200;
            string small;
            try
            {
                small = report.ToHtml(left);
            }
            catch (CnnGenException refused)
            {
                refused.Message.ShouldContain("bytes even without pad, maps and most images");
                break;
            }

            Size(small).ShouldBeLessThanOrEqualTo(left);
            new Page(small).Text.ShouldContain("The maps are left out");
        }

        left.ShouldBeLessThan(Size(withoutPad) - 1000);
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

    private static readonly ImageDataset s_images = Guesser.Data([.. Enumerable.Range(0, 40).Select(static i => (i % 3, (i + 1) % 3))]);

    // One with enough weights to be left out.
    private static ReportedModel Several(int units) => new("net", new Guesser(
        Guesser.Sure,
        [Guesser.Row("flatten", "Flatten", [16]), Guesser.Row("dense", "Dense", [units * 10], "flatten"), Guesser.Row("dense_1", "Dense", [3], "dense")],
        [
            new Weight("dense.weight", [units * 10, 16], new float[units * 160]), new Weight("dense.bias", [units * 10], new float[units * 10]),
            new Weight("dense_1.weight", [3, units * 10], new float[units * 30]), new Weight("dense_1.bias", [3], new float[3]),
        ]), Samples.History, s_images);

    private static int Size(string html) => Encoding.UTF8.GetByteCount(html);
}
