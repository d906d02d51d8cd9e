using CnnGen.Interop;
using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.CommandLine;

public class ExportTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    public static TheoryData<string> Formats => [.. NetworkFormat.All.Select(static format => format.Name)];

    /// <summary>What can be read back has the same accuracy, to the image.</summary>
    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_is_written_and_read_where_it_can_be(string name)
    {
        using var folder = new TemporaryFolder();
        var format = NetworkFormat.All.Single(format => format.Name == name);
        var file = folder["digits" + format.Endings[0]];

        var export = SampleProgram.Run("export", TrainedModel.Name, "--format", name, "--weights", trained.Weights, "--out", file);

        export.ExitCode.ShouldBe(0, export.Error);
        export.LastLine.ShouldBe($"{TrainedModel.Name} is in {file} ({new FileInfo(file).Length} bytes)");
        var evaluation = SampleProgram.Run("evaluate", TrainedModel.Name, "--weights", file);
        if (format.Load is null)
        {
            evaluation.ExitCode.ShouldBe(1);
            evaluation.ErrorLines.ShouldHaveSingleItem().ShouldContain($"those of the format {name} are only written. Give weights in one of safetensors, keras, pt, dat.");
        }
        else
        {
            evaluation.LastLine.ShouldBe(trained.Result.LastLine);
        }
    }

    [Fact]
    public void A_format_that_there_is_not_is_a_wrong_argument()
    {
        var result = SampleProgram.Run("export", TrainedModel.Name, "--format", "onx", "--out", "x");

        result.ExitCode.ShouldBe(2);
        result.ErrorLines.ShouldHaveSingleItem().ShouldContain("there is no format 'onx'; did you mean onnx? (formats: safetensors, keras, onnx, pytorch, pt, dat)");
    }
}
