using System.Runtime.CompilerServices;

namespace CnnGen.Generator.Tests;

/// <summary>What every layer, branch, optimizer and loss becomes, so that a change of it shows as a diff.</summary>
public class CorpusSnapshotTests
{
    public static TheoryData<string> LayerNames => [.. LayerModels.All.Keys];

    public static TheoryData<string> SeveralNames => [.. GraphModels.WithSeveral.Keys];

    public static TheoryData<string> TrainingNames => [.. TrainingModels.All.Keys];

    /// <summary>The trainings whose file is compared as a whole: one of each kind of label, and what adds members of its own.</summary>
    public static TheoryData<string> WholeNames => ["Defaults", "BinaryAuto", "NumberAuto", "OneHotCategorical", "Augmented", "Regularised"];

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Layer(string name) => Snapshot.Verify(Extract.OfLayers(Generate(LayerModels.All[name]).File, Plain), name);

    [Theory]
    [MemberData(nameof(SeveralNames))]
    public void Several(string name) =>
        Snapshot.Verify(string.Join('\n', Generate(GraphModels.WithSeveral[name]).Files.Select(file => Extract.OfLayers(file.Text, Plain))), name);

    [Theory]
    [MemberData(nameof(TrainingNames))]
    public void Training(string name) =>
        Snapshot.Verify(Extract.OfTraining(Generate(TrainingModels.All[name]).File, Generate(TrainingModels.All["Defaults"]).File), name);

    [Theory]
    [MemberData(nameof(WholeNames))]
    public void Whole(string name) => Snapshot.Verify(Generate(TrainingModels.All[name]), name);

    /// <summary>The six networks of the sample, from its own file.</summary>
    [Fact]
    public void Sample() => Snapshot.Verify(ModelCompiler.GenerateFiles([File.ReadAllText(SampleModels())]).HasNoDiagnostics().CompilesHere());

    private static string Plain { get; } = Generate(TrainingModels.All["Defaults"]).File;

    /// <summary>A snapshot of something that does not compile would be worth nothing.</summary>
    private static GeneratorRun Generate(string declaration) => ModelCompiler.Generate(declaration).HasNoDiagnostics().CompilesHere();

    private static string SampleModels([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(file, "../../../../samples/Mnist/Models.cs"));
}
