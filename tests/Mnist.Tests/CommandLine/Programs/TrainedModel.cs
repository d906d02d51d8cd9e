using Shouldly;

namespace CnnGen.Samples.Mnist.Tests.CommandLine;

/// <summary>One short training, shared by the tests that need its output.</summary>
public sealed class TrainedModel : IDisposable
{
    internal const string Name = "StridedValidCnn";

    private readonly TemporaryFolder _folder = new();

    public TrainedModel()
    {
        Result = SampleProgram.Run(Arguments("1", Folder));
        Result.ExitCode.ShouldBe(0, Result.Error);
    }

    internal string Folder => _folder["run"];

    internal string Weights => Path.Combine(Folder, "weights.safetensors");

    internal ProgramResult Result { get; }

    /// <summary>The same training for any number of epochs.</summary>
    internal static string[] Arguments(string epochs, string folder) =>
        ["train", Name, "--limit", "500", "--epochs", epochs, "--batch-size", "50", "--seed", "7", "--out", folder];

    public void Dispose() => _folder.Dispose();
}
