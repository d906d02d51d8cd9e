using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.CommandLine;

public class InspectTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    [Fact]
    public void A_checkpoint_says_how_it_came_about()
    {
        var result = SampleProgram.Run("inspect", Path.Combine(trained.Folder, "checkpoint.safetensors"));

        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("checkpoint.safetensors: checkpoint of strided_valid_cnn\n");
        result.Output.ShouldMatch(@"\nweights: 37518 numbers in 30 tensors\ntraining: epochs 1, steps \d+, seed 7\nepoch 1: loss ");
        result.Output.ShouldMatch(@"\nthe batch size: \d+\n");
        result.Output.ShouldMatch("the digest of the training data: [0-9a-f]{16}\n");
        result.Output.ShouldContain("\nlayer conv2d_1: Conv2D 6×6×32\n");
        result.Output.ShouldContain($"\nCnnGen: {typeof(ModelSummary).Assembly.GetName().Version!.ToString(3)}");
        result.Output.ShouldContain("\nprocessor: ");
    }

    [Fact]
    public void Weights_say_less()
    {
        var result = SampleProgram.Run("inspect", trained.Weights);

        result.Output.TrimEnd().Split('\n').ShouldBe(
            [$"{trained.Weights}: weights of strided_valid_cnn", "weights: 37518 numbers in 30 tensors"]);
    }

    [Fact]
    public void What_is_no_such_file_is_named()
    {
        var result = SampleProgram.Run("inspect", Path.Combine(trained.Folder, "history.csv"));

        result.ExitCode.ShouldBe(1);
        result.ErrorLines.ShouldHaveSingleItem().ShouldContain("history.csv");
    }
}
