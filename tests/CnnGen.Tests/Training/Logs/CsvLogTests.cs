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
    public void A_broken_and_resumed_training_writes_the_file_of_the_unbroken()
    {
        var training = new DrivenTraining();
        string path = _folder.File("history.csv");
        training.Whole(new CsvLog(path));
        string expected = File.ReadAllText(path);

        for (int checkpoint = 0; checkpoint <= training.StepsInAll; checkpoint++)
        {
            for (int killed = checkpoint; killed <= training.StepsInAll; killed++)
            {
                training.Broken(new CsvLog(path), new CsvLog(path), checkpoint, killed);
                File.ReadAllText(path).ShouldBe(expected, $"checkpoint {checkpoint}, killed {killed}");
            }
        }
    }

    [Fact]
    public void Epochs_that_the_checkpoint_does_not_have_are_taken_out_at_once()
    {
        var training = new DrivenTraining(epochs: 3, steps: 5);
        string path = _folder.File("history.csv");

        byte[] state = training.Until(new CsvLog(path), 7);
        training.Whole(new CsvLog(path));
        new DrivenTraining(epochs: 1, steps: 5).Resume(new CsvLog(path), 5, state);

        File.ReadAllLines(path).Select(line => line.Split(',')[0]).ShouldBe(["epoch", "1"]);
    }

    [Fact]
    public void The_columns_are_there_from_the_start()
    {
        string path = _folder.Write("history.csv", "old"u8);

        new DrivenTraining().Until(new CsvLog(path), 0);

        File.ReadAllText(path).ShouldBe(
            "epoch,loss,accuracy,mean_absolute_error,val_loss,val_accuracy,val_mean_absolute_error,learning_rate,seconds,images_per_second\n");
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
