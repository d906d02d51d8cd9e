using CnnGen.Benchmarks.Kill;
using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.CommandLine;

/// <summary>The benchmark <c>kill</c>, for a few kills: with one-cycle, averages, augmentation, early stopping and all logs.</summary>
public class KilledTrainingTests
{
    private static readonly string[] Training =
        ["train", "StridedValidCnn", "--limit", "1500", "--epochs", "8", "--seed", "5", "--schedule", "one-cycle", "--average", "0.99", "--augment", "--patience", "8", "--checkpoint-every", "0.2"];

    [Fact]
    public void A_training_that_is_killed_again_and_again_leaves_the_files_of_one_that_is_not()
    {
        using var folder = new TemporaryFolder();
        var program = Path.Combine(AppContext.BaseDirectory, "Mnist.dll");
        string[] training = [.. Training, "--data", SampleProgram.Digits];
        new KilledTraining(program, training, folder["whole"]).Run(new Random(1), mostKills: 0, TimeSpan.Zero);

        var killed = new KilledTraining(program, training, folder["killed"]);
        killed.Run(new Random(2), mostKills: 8, TimeSpan.FromSeconds(2.5));

        killed.Kills.ShouldBeGreaterThan(0);
        new TrainingFiles(folder["whole"]).Differences(new TrainingFiles(folder["killed"])).ShouldBeEmpty();
    }
}
