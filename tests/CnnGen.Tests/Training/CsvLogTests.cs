using System.Globalization;

namespace CnnGen.Tests;

public sealed class CsvLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_line_an_epoch_and_only_columns_that_have_values()
    {
        string path = _folder.File("logs/history.csv");
        var model = new SoftmaxRegression { Metrics = Metrics.Accuracy };

        TrainingHistory history = TrainingLoop.Fit(model, Data.Quarters(24), new TrainingOptions { Validation = Data.Quarters(6), Callbacks = [new CsvLog(path)] });

        string[] lines = File.ReadAllLines(path);
        lines[0].ShouldBe("epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds,images_per_second");
        lines.Length.ShouldBe(4);
        lines[2].Split(',')[0].ShouldBe("2");
        double.Parse(lines[2].Split(',')[1], CultureInfo.InvariantCulture).ShouldBe(history.Epochs[1].Loss);
        _folder.Names().ShouldBe(["logs"]);
        Directory.GetFiles(_folder.File("logs")).Length.ShouldBe(1);
    }

    [Fact]
    public void A_resumed_training_has_all_its_epochs()
    {
        string path = _folder.File("history.csv");
        TrainingOptions options = new() { Epochs = 1, CheckpointDirectory = _folder.Path, Callbacks = [new CsvLog(path)] };
        TrainingLoop.Fit(new SoftmaxRegression(), Data.Quarters(24), options);

        TrainingLoop.Fit(new SoftmaxRegression(), Data.Quarters(24), options with { Epochs = 3, Resume = Resume.Always });

        File.ReadAllLines(path).Select(line => line.Split(',')[0]).ShouldBe(["epoch", "1", "2", "3"]);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named()
    {
        string path = _folder.Write("file", [1]) + "/history.csv";

        Should.Throw<FileWriteException>(() => TrainingLoop.Fit(
                new SoftmaxRegression(), Data.Quarters(24), new TrainingOptions { Callbacks = [new CsvLog(path)], WriteFailure = WriteFailure.Stop }))
            .Message.ShouldStartWith($"{path} cannot be written: ");
    }
}
