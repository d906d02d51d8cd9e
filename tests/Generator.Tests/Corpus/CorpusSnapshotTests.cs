namespace CnnGen.Generator.Tests;

/// <summary>The generated text of every layer, branch, optimizer and loss, so that a change of it shows as a diff.</summary>
public class CorpusSnapshotTests
{
    public static TheoryData<string> LayerNames => [.. LayerModels.All.Keys];

    public static TheoryData<string> TrainingNames => [.. TrainingModels.All.Keys];

    public static TheoryData<string> NotebookNames => [.. Notebook.All.Keys];

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Layer(string name) => Snapshot.Verify(Generate(LayerModels.All[name]), name);

    [Theory]
    [MemberData(nameof(TrainingNames))]
    public void Training(string name) => Snapshot.Verify(Generate(TrainingModels.All[name]), name);

    [Theory]
    [MemberData(nameof(NotebookNames))]
    public void Network(string name) => Snapshot.Verify(Generate(Notebook.All[name]), name);

    /// <summary>A snapshot of something that does not compile would be worth nothing.</summary>
    private static GeneratorRun Generate(string declaration) => ModelCompiler.Generate(declaration).HasNoDiagnostics().CompilesHere();
}
