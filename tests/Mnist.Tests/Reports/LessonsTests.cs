using CnnGen.Samples.Mnist.Reports;
using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.Reports;

public class LessonsTests
{
    [Theory]
    [InlineData(0.9800, 0.9800, "Test accuracy is the same, 98.00 %.")]
    [InlineData(0.9800, 0.9810, "Test accuracy goes from 98.00 % to 98.10 % (+0.10 points, 2 of 2,000 images), no more than chance does.")]
    [InlineData(0.9800, 0.9500, "Test accuracy goes from 98.00 % to 95.00 % (-3.00 points, 60 of 2,000 images).")]
    public void A_verdict_knows_what_chance_does(double before, double after, string expected) =>
        Lessons.Verdict(Outcome(before), Outcome(after)).ShouldBe(expected);

    [Fact]
    public void Every_lesson_is_one_paragraph_of_measured_numbers()
    {
        var lessons = Lessons.Draw(
            Outcome<ValidCnn>(900, 0.96, 0.975), Outcome<SameCnn>(600, 0.961, 0.976), Outcome<NormalizedCnn>(500, 0.95, 0.981),
            Outcome<UnitStrideCnn>(500, 0.95, 0.981), Outcome<StridedSameCnn>(5000, 0.90, 0.97), Outcome<StridedValidCnn>(6000, 0.89, 0.96));

        lessons.Select(lesson => lesson.Title).ShouldBe(
            ["Valid against same", "What batch normalization adds", "Strides of one", "Strides of two", "Strides without padding"]);
        lessons.ShouldAllBe(lesson => !lesson.Text.Contains('\n'));
        lessons[0].Text.ShouldContain("That costs 1,228,800 parameters more (61.4 %), all of them in the first Dense layer, and 1.5 times the multiply-adds.");
        lessons[1].Text.ShouldContain("After one epoch the validation accuracy is 96.10 % without and 95.00 % with it. An image takes 1.2 times the time to train on.");
        lessons[2].Text.ShouldBe("Every row of the summary is the same: one is what a convolution does anyway. Both start from the same seed, and both end at 98.10 %.");
        lessons[3].Text.ShouldContain("falls from 3,211,392 parameters to 65,664, and the whole network to 2.7 % of UnitStrideCnn.");
        lessons[3].Text.ShouldContain("trains 10.0 times as fast.");
        lessons[4].Text.ShouldStartWith("StridedValidCnn ends at 2×2 with 43.3 % of the parameters of StridedSameCnn");
    }

    [Theory]
    [InlineData(0.27, 5, " 96.10 % without and 27.00 % with it, though 92.00 % of the training digits were right: training normalizes by the means "
        + "and variances of the batch, validation by the moving ones, which keep 99 % of themselves at each step and had not caught up; "
        + "after epoch 5 it is 98.10 %. An image takes")]
    [InlineData(0.27, 1, " 96.10 % without and 27.00 % with it, though 92.00 % of the training digits were right: training normalizes by the means "
        + "and variances of the batch, validation by the moving ones, which keep 99 % of themselves at each step and had not caught up. An image takes")]
    [InlineData(0.90, 5, " 96.10 % without and 90.00 % with it. An image takes")]
    [InlineData(0.97, 5, " 96.10 % without and 97.00 % with it. An image takes")]
    public void Averages_that_have_not_caught_up_are_spoken_of_where_they_are_seen(double first, int epochs, string expected)
    {
        var normalized = Outcome<NormalizedCnn>(500, first, 0.981) with { Epochs = epochs };

        var lessons = Lessons.Draw(
            Outcome<ValidCnn>(900, 0.96, 0.975), Outcome<SameCnn>(600, 0.961, 0.976), normalized,
            Outcome<UnitStrideCnn>(500, 0.95, 0.981), Outcome<StridedSameCnn>(5000, 0.90, 0.97), Outcome<StridedValidCnn>(6000, 0.89, 0.96));

        lessons[1].Text.ShouldContain("After one epoch the validation accuracy is" + expected);
    }

    private static Outcome Outcome(double accuracy) => Outcome<SameCnn>(1000, 0.9, accuracy);

    private static Outcome Outcome<TModel>(double imagesPerSecond, double first, double accuracy) => new(
        typeof(TModel).Name, ModelCatalog.Find(typeof(TModel).Name)!.Architecture, imagesPerSecond,
        FirstEpochTrainingAccuracy: 0.92, first, LastEpochAccuracy: accuracy, accuracy, TestImages: 2000, Epochs: 5);
}
