namespace CnnGen.Tests;

public sealed class LearningRateFinderTests
{
    [Fact]
    public void A_rate_is_found_with_which_the_loss_falls_fast()
    {
        ImageDataset data = Data.Quarters(300);
        var model = new SoftmaxRegression();

        LearningRateCurve curve = model.FindLearningRate(data);

        double found = Trained(curve.Suggested);
        found.ShouldBeLessThan(Trained(curve.Suggested / 100));
        curve.Suggested.ShouldBeInRange(1e-4, 10);
        curve.ToString().ShouldStartWith("learning rate ");

        double Trained(double rate) => TrainingLoop.Fit(new SoftmaxRegression(), data, new() { Epochs = 2, LearningRate = rate }).Last!.Loss;
    }

    [Fact]
    public void Everything_is_as_before_afterwards()
    {
        var model = new SoftmaxRegression();
        model.Kernel.AsSpan().Fill(0.125f);

        model.FindLearningRate(Data.Quarters(40), steps: 20);

        model.Kernel.ShouldAllBe(value => value == 0.125f);
    }

    [Fact]
    public void It_ends_where_the_loss_is_out_of_bounds()
    {
        var model = new SoftmaxRegression { Fault = step => step <= 60 ? 1 - (step / 100.0) : double.NaN };

        LearningRateCurve curve = model.FindLearningRate(Data.Quarters(40));

        curve.Points.Count.ShouldBe(60);
        curve.Points[0].LearningRate.ShouldBe(1e-6);
    }

    [Fact]
    public void A_loss_that_never_falls_is_told_of()
    {
        var model = new SoftmaxRegression { Fault = _ => 1 };

        Should.Throw<CnnGenException>(() => model.FindLearningRate(Data.Quarters(40))).Message.ShouldStartWith("The loss of softmax_regression does not fall at any learning rate");
    }
}
