namespace CnnGen.Tests;

public sealed class MeasureTests
{
    private static readonly EpochResult Epoch = new()
    {
        Epoch = 1,
        Loss = 0.5,
        Measures = new MeasureValues([new("precision", 0.75), new("accuracy", 0.9)]),
        Validation = new EvaluationResult { Count = 3, Loss = 0.6, Measures = new MeasureValues([new("precision", 0.7)]) },
        LearningRate = 0.1,
        Seconds = 1,
        ImagesPerSecond = 3,
    };

    [Fact]
    public void Measures_have_Kerass_names() =>
        new[] { "loss", "precision", "accuracy", "val_loss", "val_precision" }.Select(name => Epoch[name]).ShouldBe([0.5, 0.75, 0.9, 0.6, 0.7]);

    [Fact]
    public void Properties_read_the_names() => (Epoch.Accuracy, Epoch.Top5Accuracy, Epoch.ValidationAccuracy).ShouldBe((0.9, null, null));

    [Fact]
    public void What_is_not_measured_is_named_with_what_is() =>
        Should.Throw<CnnGenException>(() => Epoch["val_precison"]).Message
            .ShouldBe("There is no measure 'val_precison': measured are loss, precision, accuracy, val_loss, val_precision. Did you mean 'val_precision'?");

    [Fact]
    public void Early_stopping_watches_any_measure_of_the_model()
    {
        var stopping = new EarlyStopping { Measure = "val_top5_accuracy" };

        TrainingHistory history = TrainingLoop.Fit(
            new SoftmaxRegression(), Data.Quarters(24), new TrainingOptions { Epochs = 5, Validation = Data.Quarters(6), Callbacks = [stopping] });

        history.StopMessage.ShouldBe("val_top5_accuracy has not become better since epoch 1 (1)");
    }
}
