namespace CnnGen.Tests;

public sealed class ClassMeasureTests
{
    [Fact]
    public void Measures_of_classes_are_taken_where_they_are_watched()
    {
        var model = new SoftmaxRegression();
        ImageDataset validation = Data.Quarters(31, seed: 2);

        TrainingHistory history = TrainingLoop.Fit(model, Data.Quarters(30), new()
        {
            Validation = validation,
            Callbacks =
            [
                new EarlyStopping { Measure = Measure.Validation.F1.Macro, Patience = 9, RestoreBest = false },
                new ReduceOnPlateau { Measure = Measure.Validation.Recall[2] },
                new EarlyStopping { Measure = Measure.Validation.Precision.Weighted, Patience = 9, RestoreBest = false },
            ],
        });

        ClassificationReport report = model.Interpret(validation);
        history.Last!["val_f1_macro"].ShouldBe(report.MacroAverage.F1);
        history.Last["val_recall_2"].ShouldBe(report.Classes[2].Recall);
        history.Last["val_precision_weighted"].ShouldBe(report.WeightedAverage.Precision);
    }

    [Fact]
    public void More_of_them_is_better()
    {
        var stopping = new EarlyStopping { Measure = Measure.Validation.F1.Macro, Patience = 1 };

        TrainingHistory history = TrainingLoop.Fit(
            new SoftmaxRegression(), Data.Quarters(60), new() { Epochs = 20, Validation = Data.Quarters(30, seed: 2), Callbacks = [stopping] });

        history.Epochs[stopping.BestEpoch - 1]["val_f1_macro"].ShouldBe(history.Epochs.Max(static epoch => epoch["val_f1_macro"]));
    }

    [Theory]
    [InlineData("val_loss", "val_accuracy", "loss", "auc")]
    public void Names_are_Keras_s(string loss, string accuracy, string training, string own)
    {
        Measure.Validation.Loss.Name.ShouldBe(loss);
        Measure.Validation.Accuracy.Name.ShouldBe(accuracy);
        Measure.Training.Loss.Name.ShouldBe(training);
        Measure.Training.Named(own).Name.ShouldBe(own);
        Measure.Validation.Recall[9].Name.ShouldBe("val_recall_9");
    }

    [Fact]
    public void What_cannot_be_measured_is_refused()
    {
        Refused(new() { Validation = Data.Quarters(9), Callbacks = [new EarlyStopping { Measure = Measure.Validation.Recall[3] }] })
            .ShouldBe("val_recall_3 is watched, but there is no class 3: classes go from 0 to 2.");
        Refused(new() { Callbacks = [new EarlyStopping { Measure = Measure.Validation.F1.Macro }] })
            .ShouldBe("Early stopping watches val_f1_macro, but there are no validation images: set TrainingOptions.Validation or a split.");
        Refused(new() { Callbacks = [new EarlyStopping { Measure = Measure.Training.F1.Macro }] })
            .ShouldBe("Early stopping watches f1_macro, but softmax_regression does not measure its f1_macro: add it to the Metrics of [Training].");

        static string Refused(TrainingOptions options) =>
            Should.Throw<CnnGenException>(() => TrainingLoop.Fit(new SoftmaxRegression(), Data.Quarters(30), options)).Message;
    }
}
