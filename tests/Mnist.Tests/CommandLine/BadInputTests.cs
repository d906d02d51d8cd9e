using CnnGen.Samples.Mnist.Tests.Robustness;
using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.CommandLine;

public class BadInputTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private const string TrainImages = "train-images-idx3-ubyte.gz";
    private const string TrainLabels = "train-labels-idx1-ubyte.gz";
    private const string TestImages = "t10k-images-idx3-ubyte.gz";
    private const string TestLabels = "t10k-labels-idx1-ubyte.gz";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("there is no command 'trian'; did you mean train?", "trian", "SameCnn")]
    [InlineData("there is no option '--epoch'; did you mean --epochs?", "train", "SameCnn", "--epoch", "3")]
    [InlineData("there is no model 'NormalisedCnn'; did you mean NormalizedCnn?", "summary", "NormalisedCnn")]
    [InlineData("there is no model 'resnet' (models: ValidCnn, SameCnn,", "train", "resnet")]
    [InlineData("train: MODEL is missing. One of ValidCnn,", "train")]
    [InlineData("predict: IMAGE is missing.", "predict", "SameCnn", "--weights", "w.safetensors")]
    [InlineData("'OtherCnn' is one word too many", "train", "SameCnn", "OtherCnn")]
    [InlineData("--epochs must be a whole number of at least 1, not '0'", "train", "SameCnn", "--epochs", "0")]
    [InlineData("--batch-size must be a whole number of at least 1, not 'many'", "train", "SameCnn", "--batch-size", "many")]
    [InlineData("--limit must be a whole number of at least 2, not '-5'", "train", "SameCnn", "--limit", "-5")]
    [InlineData("--learning-rate must be a number above 0, such as 0.001, not 'NaN'", "train", "SameCnn", "--learning-rate", "NaN")]
    [InlineData("--seed must be a whole number of at least 0, not '1.5'", "train", "SameCnn", "--seed", "1.5")]
    [InlineData("--resume needs --out DIR", "train", "SameCnn", "--resume")]
    [InlineData("--weights must not be empty", "evaluate", "SameCnn", "--weights", "")]
    [InlineData("--data must not be empty", "train", "SameCnn", "--data", " ")]
    [InlineData("--out must not be empty", "train", "SameCnn", "--out", "")]
    [InlineData("IMAGE must not be empty", "predict", "SameCnn", "--weights", "w.safetensors", "")]
    [InlineData("FILE must not be empty", "inspect", "")]
    [InlineData("--report must not be empty", "--report", "")]
    [InlineData("--out must not be empty", "export", "SameCnn", "--format", "pt", "--out", "")]
    [InlineData("there is no format ''", "export", "SameCnn", "--format", "", "--out", "net.pt")]
    [InlineData("there is no schedule ''", "train", "SameCnn", "--schedule", "")]
    [InlineData("there is no record ''", "record", "")]
    [InlineData("there is no model ''", "train", "")]
    [InlineData("there is no command ''", "")]
    [InlineData("'--weights' is required", "evaluate", "SameCnn")]
    public void A_wrong_argument_is_explained_in_one_line(string expected, params string[] arguments)
    {
        var result = SampleProgram.Run(arguments);

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        var error = result.ErrorLines.ShouldHaveSingleItem();
        error.ShouldStartWith("error: ");
        error.ShouldContain(expected);
    }

    [Fact]
    public void A_missing_data_folder_is_named() =>
        ShouldFail(_folder["nowhere"], "train", "SameCnn", "--data", _folder["nowhere"]);

    [Theory]
    [InlineData(TrainImages)]
    [InlineData(TrainLabels)]
    [InlineData(TestImages)]
    [InlineData(TestLabels)]
    public void A_missing_file_is_named(string name)
    {
        var data = CopyDigits();
        File.Delete(Path.Combine(data, name));

        ShouldFail(Path.Combine(data, name), "train", "SameCnn", "--data", data);
    }

    [Theory]
    [InlineData(TrainImages)]
    [InlineData(TestLabels)]
    public void A_file_that_is_cut_short_is_named(string name)
    {
        var data = CopyDigits();
        var path = Path.Combine(data, name);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..500]);

        ShouldFail(path, "train", "SameCnn", "--data", data).ShouldContain("cut short");
    }

    [Fact]
    public void A_file_that_is_not_gzip_is_named()
    {
        var data = CopyDigits();
        var path = Path.Combine(data, TestImages);
        File.WriteAllText(path, "<html>404 Not Found</html>");

        ShouldFail(path, "train", "SameCnn", "--data", data).ShouldContain("neither gzip nor IDX");
    }

    [Fact]
    public void Labels_in_the_place_of_images_are_noticed()
    {
        var data = CopyDigits();
        File.Copy(Path.Combine(data, TrainLabels), Path.Combine(data, TrainImages), overwrite: true);

        ShouldFail(Path.Combine(data, TrainImages), "train", "SameCnn", "--data", data).ShouldContain("(labels)");
    }

    [Fact]
    public void Different_counts_of_images_and_labels_are_noticed()
    {
        var data = CopyDigits();
        File.Copy(Path.Combine(data, TestLabels), Path.Combine(data, TrainLabels), overwrite: true);

        ShouldFail(Path.Combine(data, TrainLabels), "train", "SameCnn", "--data", data).ShouldContain("2000 labels");
    }

    [Fact]
    public void Missing_weights_are_named() =>
        ShouldFail(_folder["none.safetensors"], "evaluate", "SameCnn", "--weights", _folder["none.safetensors"]);

    [Fact]
    public void Weights_of_another_model_are_noticed() =>
        ShouldFail(trained.Weights, "evaluate", "SameCnn", "--weights", trained.Weights).ShouldContain("is for another model (strided_valid_cnn) than same_cnn");

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(700)]
    [InlineData(60_000)]
    public void Weights_that_are_cut_short_are_noticed(int length)
    {
        var path = _folder["short.safetensors"];
        File.WriteAllBytes(path, File.ReadAllBytes(trained.Weights)[..length]);

        ShouldFail(path, "evaluate", TrainedModel.Name, "--weights", path);
    }

    [Fact]
    public void A_folder_without_a_checkpoint_cannot_be_resumed() =>
        ShouldFail(_folder["empty"], "train", TrainedModel.Name, "--out", _folder["empty"], "--resume");

    [Fact]
    public void An_output_folder_that_is_a_file_is_named()
    {
        File.WriteAllText(_folder["file"], "");

        ShouldFail(_folder["file"], "train", TrainedModel.Name, "--limit", "64", "--out", _folder["file"]);
    }

    [Theory]
    [InlineData("test:2000")]
    [InlineData("test:-1")]
    [InlineData("test:seven")]
    public void A_test_digit_that_is_not_there_is_explained(string image) =>
        ShouldFail("they go from test:0 to test:1999", "predict", TrainedModel.Name, "--weights", trained.Weights, image);

    [Fact]
    public void A_picture_that_is_not_there_is_named() =>
        ShouldFail(_folder["seven.png"], "predict", TrainedModel.Name, "--weights", trained.Weights, _folder["seven.png"]);

    [Fact]
    public void A_picture_of_another_size_is_explained()
    {
        File.WriteAllText(_folder["large.pgm"], "P2 2 1 255 0 255");

        ShouldFail("is 2×1 pixels", "predict", TrainedModel.Name, "--weights", trained.Weights, _folder["large.pgm"]);
    }

    [Fact]
    public void A_picture_that_names_colours_that_it_does_not_have_is_explained()
    {
        // A palette of one colour, and pixels that ask for others.
        byte[] rows = [.. Enumerable.Repeat((byte[])[0, .. Enumerable.Range(0, 28).Select(i => (byte)(i * 9))], 28).SelectMany(row => row)];
        File.WriteAllBytes(_folder["palette.png"], PngChunks.File(28, 28, 8, 3, rows, palette: [0, 0, 0]));

        ShouldFail("begins like a PNG but cannot be read", "predict", TrainedModel.Name, "--weights", trained.Weights, _folder["palette.png"]);
    }

    [Fact]
    public void A_picture_of_gigabytes_is_refused_by_its_header()
    {
        File.WriteAllBytes(_folder["large.png"], PngChunks.File(30000, 30000, 16, 6, [0, 0, 0]));

        ShouldFail("is 30000×30000 pixels", "predict", TrainedModel.Name, "--weights", trained.Weights, _folder["large.png"]);
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_named()
    {
        ShouldFail("it is a folder", "predict", TrainedModel.Name, "--weights", trained.Weights, _folder.Path);
        ShouldFail("it is a folder", "evaluate", TrainedModel.Name, "--weights", _folder.Path);
    }

    [Fact]
    public void A_device_in_the_place_of_a_file_does_not_end_in_a_trace()
    {
        if (OperatingSystem.IsLinux())
        {
            ShouldFail("/dev/zero", "predict", TrainedModel.Name, "--weights", trained.Weights, "/dev/zero");
            ShouldFail("/dev/null", "evaluate", TrainedModel.Name, "--weights", "/dev/null");
        }
    }

    private static string ShouldFail(string expected, params string[] arguments)
    {
        var result = SampleProgram.Run(arguments);

        result.ExitCode.ShouldBe(1, result.Output);
        var error = result.ErrorLines.ShouldHaveSingleItem();
        error.ShouldStartWith("error: ");
        error.ShouldContain(expected);
        return error;
    }

    private string CopyDigits()
    {
        var data = Directory.CreateDirectory(_folder["digits"]).FullName;
        foreach (var file in Directory.GetFiles(SampleProgram.Digits))
        {
            File.Copy(file, Path.Combine(data, Path.GetFileName(file)));
        }

        return data;
    }
}
