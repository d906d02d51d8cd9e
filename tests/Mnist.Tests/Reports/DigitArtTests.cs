using CnnGen.Samples.Mnist.Images;
using CnnGen.Samples.Mnist.Reports;
using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.Reports;

public class DigitArtTests
{
    [Fact]
    public void Draws_two_rows_as_one_line_and_leaves_empty_lines_out()
    {
        var pixels = new byte[6 * 4];
        pixels[2 * 4 + 1] = 255;
        pixels[3 * 4 + 1] = 255;
        pixels[2 * 4 + 3] = 255;

        DigitArt.Draw(new Image(6, 4, 1, pixels)).ShouldBe([" █ ▒"]);
    }

    [Fact]
    public void Draws_nothing_for_an_empty_image() =>
        DigitArt.Draw(new Image(2, 2, 1, new byte[4])).ShouldBeEmpty();

    [Fact]
    public void Bars_are_as_long_as_the_probability()
    {
        var bars = ProbabilityBars.Draw([0.5f, 0.25f, 0.003125f, 0]).ToList();

        bars.ShouldBe(
        [
            "0  50.00 % " + new string('█', 20),
            "1  25.00 % " + new string('█', 10),
            "2   0.31 % ▏",
            "3   0.00 %",
        ]);
    }
}
