using System.Globalization;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.CommandLine;

public class TrainTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    [Fact]
    public void Ends_with_the_test_accuracy()
    {
        trained.Result.Error.ShouldBeEmpty();
        trained.Result.LastLine.ShouldMatch(@"^test accuracy: [01]\.\d{4} \(2000 images\)$");
    }

    [Fact]
    public void Says_which_digits_it_took() =>
        trained.Result.Output.ShouldContain($"data: 8000 + 2000 MNIST digits from {SampleProgram.Digits} (CNNGEN_MNIST_DIR); the first 500 of them to train, of which the last 50 validate");

    [Fact]
    public void Prints_plain_lines_where_nobody_watches()
    {
        trained.Result.Output.ShouldContain("\nepoch 1/1: loss ");
        trained.Result.Output.ShouldContain(" images/s");
        trained.Result.Output.ShouldNotContain("\u001b");
        trained.Result.Output.ShouldNotContain("\r");
    }

    [Fact]
    public void Writes_its_files_and_no_others()
    {
        Directory.GetFiles(trained.Folder).Select(Path.GetFileName).Order().ShouldBe(
            ["best.safetensors", "checkpoint.safetensors", "curves.svg", "history.csv", "history.jsonl", "report.html", "summary.txt", "weights.safetensors"]);
        File.ReadAllText(Path.Combine(trained.Folder, "summary.txt")).ShouldBe(StridedValidCnn.Summary + "\n");
        var history = File.ReadAllLines(Path.Combine(trained.Folder, "history.csv"));
        history.Length.ShouldBe(2);
        history[0].ShouldStartWith("epoch,loss,accuracy,val_loss,val_accuracy");
        XDocument.Load(Path.Combine(trained.Folder, "curves.svg")).Root!.Name.LocalName.ShouldBe("svg");
    }

    [Fact]
    public void The_report_says_what_the_last_line_says()
    {
        var report = new FileInfo(Path.Combine(trained.Folder, "report.html"));
        report.Length.ShouldBeLessThanOrEqualTo(TrainingReport.MaximumBytes);
        var html = File.ReadAllText(report.FullName);
        var accuracy = double.Parse(trained.Result.LastLine.Split(' ')[2], CultureInfo.InvariantCulture);

        html.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"<strong>{accuracy * 100:F2} %</strong> of 2,000 test images are right"));
        html.ShouldContain($"train {TrainedModel.Name} --limit 500");
        html.ShouldContain("Seed 7:");
        html.ShouldContain("<canvas data-pad=\"ink\"");
    }

    [Fact]
    public void Evaluation_of_its_weights_gives_the_same_accuracy()
    {
        var result = SampleProgram.Run("evaluate", TrainedModel.Name, "--weights", trained.Weights);

        result.ExitCode.ShouldBe(0, result.Error);
        result.LastLine.ShouldBe(trained.Result.LastLine);
    }

    [Fact]
    public void A_checkpoint_can_be_evaluated_too()
    {
        var result = SampleProgram.Run("evaluate", TrainedModel.Name, "--weights", Path.Combine(trained.Folder, "checkpoint.safetensors"));

        result.LastLine.ShouldBe(trained.Result.LastLine);
    }

    [Fact]
    public void The_same_network_under_another_name_takes_the_weights()
    {
        using var folder = new TemporaryFolder();
        SampleProgram.Run("train", "NormalizedCnn", "--limit", "64", "--epochs", "1", "--out", folder.Path).ExitCode.ShouldBe(0);

        SampleProgram.Run("predict", "UnitStrideCnn", "--weights", folder["weights.safetensors"], "test:0").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_seed_repeats_a_training_and_resuming_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var straight = SampleProgram.Run(TrainedModel.Arguments("2", folder["straight"]));
        SampleProgram.Run(TrainedModel.Arguments("1", folder["resumed"])).LastLine.ShouldBe(trained.Result.LastLine);
        var resumed = SampleProgram.Run([.. TrainedModel.Arguments("2", folder["resumed"]), "--resume"]);

        resumed.Output.ShouldContain("going on after epoch 1");
        resumed.LastLine.ShouldBe(straight.LastLine);
        File.ReadAllBytes(folder["resumed/weights.safetensors"]).ShouldBe(File.ReadAllBytes(folder["straight/weights.safetensors"]));
    }

    [Fact]
    public void A_finished_training_resumes_to_the_same_end()
    {
        var again = SampleProgram.Run([.. TrainedModel.Arguments("1", trained.Folder), "--resume"]);

        again.ExitCode.ShouldBe(0, again.Error);
        again.LastLine.ShouldBe(trained.Result.LastLine);
    }

    [Fact]
    public void A_learning_rate_beyond_all_numbers_stops_and_keeps_the_last_good_weights()
    {
        using var folder = new TemporaryFolder();
        var result = SampleProgram.Run("train", TrainedModel.Name, "--limit", "256", "--learning-rate", "1e30", "--out", folder.Path);

        result.ExitCode.ShouldBe(1);
        var error = result.ErrorLines.ShouldHaveSingleItem();
        error.ShouldStartWith("error: Training diverged in epoch 1, step ");
        error.ShouldContain("try a learning rate of");
        error.ShouldEndWith($"{folder["weights.safetensors"]} holds the start weights.");
        SampleProgram.Run("evaluate", TrainedModel.Name, "--weights", folder["weights.safetensors"]).ExitCode.ShouldBe(0);
    }
}
