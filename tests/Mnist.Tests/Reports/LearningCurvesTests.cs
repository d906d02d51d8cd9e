using System.Globalization;
using System.Xml.Linq;
using CnnGen.Samples.Mnist.Reports;
using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.Reports;

public class LearningCurvesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(25)]
    public void Draws_two_curves_for_each_measure_inside_the_picture(int count)
    {
        var epochs = Enumerable.Range(1, count).Select(epoch => Epoch(epoch, loss: 1.0 / epoch, accuracy: 1 - 0.1 / epoch)).ToList();

        var svg = XDocument.Parse(LearningCurves.Draw("SameCnn", epochs)).Root!;

        var curves = svg.Descendants().Where(element => element.Name.LocalName == "polyline").ToList();
        curves.Count.ShouldBe(4);
        foreach (var point in curves.SelectMany(curve => curve.Attribute("points")!.Value.Split(' ')))
        {
            var position = point.Split(',').Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray();
            position[0].ShouldBeInRange(0, 360);
            position[1].ShouldBeInRange(0, 280);
        }

        curves.ShouldAllBe(curve => curve.Attribute("points")!.Value.Split(' ', StringSplitOptions.None).Length == count);
    }

    [Fact]
    public void Draws_a_falling_loss_downwards()
    {
        var svg = XDocument.Parse(LearningCurves.Draw("SameCnn", [Epoch(1, 2, 0.5), Epoch(2, 1, 0.9)])).Root!;

        var points = svg.Descendants().First(element => element.Name.LocalName == "polyline").Attribute("points")!.Value.Split(' ');
        Height(points[0]).ShouldBeLessThan(Height(points[1]));
    }

    private static double Height(string point) => double.Parse(point.Split(',')[1], CultureInfo.InvariantCulture);

    private static EpochResult Epoch(int epoch, double loss, double accuracy) => new()
    {
        Epoch = epoch,
        Loss = loss,
        Accuracy = accuracy,
        Validation = new EvaluationResult { Count = 100, Loss = loss * 1.1, Accuracy = accuracy - 0.01 },
        LearningRate = 0.001,
        Seconds = 1,
        ImagesPerSecond = 100,
    };
}
