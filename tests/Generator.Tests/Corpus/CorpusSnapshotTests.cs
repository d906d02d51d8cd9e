using System.Runtime.CompilerServices;

namespace CnnGen.Generator.Tests;

/// <summary>The generated text of every layer, branch, optimizer and loss, so that a change of it shows as a diff.</summary>
public class CorpusSnapshotTests
{
    public static TheoryData<string> LayerNames => [.. LayerModels.All.Keys];

    public static TheoryData<string> SeveralNames => [.. GraphModels.WithSeveral.Keys];

    public static TheoryData<string> TrainingNames => [.. TrainingModels.All.Keys];

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Layer(string name) => Snapshot.Verify(Generate(LayerModels.All[name]), name);

    [Theory]
    [MemberData(nameof(SeveralNames))]
    public void Several(string name) => Snapshot.Verify(Generate(GraphModels.WithSeveral[name]), name);

    [Theory]
    [MemberData(nameof(TrainingNames))]
    public void Training(string name) => Snapshot.Verify(Generate(TrainingModels.All[name]), name);

    /// <summary>The six networks of the sample, from its own file.</summary>
    [Fact]
    public void Sample() => Snapshot.Verify(ModelCompiler.GenerateFiles([File.ReadAllText(SampleModels())]).HasNoDiagnostics().CompilesHere());

    /// <summary>A snapshot of something that does not compile would be worth nothing.</summary>
    private static GeneratorRun Generate(string declaration) => ModelCompiler.Generate(declaration).HasNoDiagnostics().CompilesHere();

    private static string SampleModels([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(file, "../../../../samples/Mnist/Models.cs"));
}
