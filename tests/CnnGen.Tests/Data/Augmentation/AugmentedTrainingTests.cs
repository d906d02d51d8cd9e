namespace CnnGen.Tests;

public sealed class AugmentedTrainingTests : IDisposable
{
    private static readonly Augmentation Changes = new() { Shift = 0.25, FlipHorizontally = true, Noise = 0.05 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_training_that_goes_on_sees_the_examples_that_it_would_have_seen()
    {
        Dataset data = Data.Quarters(40).Augment(Changes, 3);
        SoftmaxRegression whole = Trained(data, new() { Epochs = 4 });
        Trained(data, new() { Epochs = 2, CheckpointDirectory = _folder.Path });

        SoftmaxRegression resumed = Trained(Data.Quarters(40).Augment(Changes, 3), new() { Epochs = 4, CheckpointDirectory = _folder.Path, Resume = Resume.Always });

        resumed.Kernel.ShouldBe(whole.Kernel);
        resumed.TrainedImages.ShouldBe(whole.TrainedImages[10..]);
        Trained(Data.Quarters(40).Augment(Changes, 4), new() { Epochs = 4 }).Kernel.ShouldNotBe(whole.Kernel);
    }

    [Fact]
    public void Validation_and_evaluation_see_examples_as_they_are()
    {
        Dataset plain = Data.Quarters(40);
        Dataset data = plain.Augment(Changes, 3);
        using var model = new SoftmaxRegression();
        TrainingHistory history = TrainingLoop.Fit(model, data, new TrainingOptions { Epochs = 1, ValidationSplit = 0.25 });

        EvaluationResult expected = Evaluation.Evaluate(model, plain.Split(0.25).Last);
        history.Epochs[0].Validation!.Loss.ShouldBe(expected.Loss, 1e-6);
        Evaluation.Evaluate(model, data).Loss.ShouldBe(Evaluation.Evaluate(model, plain).Loss);
        Evaluation.Evaluate(model, data.AtEpoch(1)).Loss.ShouldNotBe(Evaluation.Evaluate(model, plain).Loss);
    }

    private static SoftmaxRegression Trained(Dataset data, TrainingOptions options)
    {
        var model = new SoftmaxRegression();
        TrainingLoop.Fit(model, data, options);
        return model;
    }
}
