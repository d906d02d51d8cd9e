using CnnGen.Fixtures;
using Xunit.Abstractions;

namespace CnnGen.Interop.Tests.Onnx;

/// <summary>ONNX Runtime computes what the networks compute: all models of the corpus, of Keras's fixtures and of papers.</summary>
[Collection(nameof(RunsModels))]
[Trait("Category", "Running")]
public sealed class OnnxOutputTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-onnx-").FullName;

    [Fact]
    public void Models_of_every_layer_give_the_same() => Agree(ModelCorpus.Layers, examples: 2);

    [Fact]
    public void Published_networks_give_the_same() => Agree(ModelCorpus.Published, examples: 1);

    [CorpusFact("keras_valid")]
    public void Kerass_chains_give_the_same() => Agree(ModelCorpus.Fixtures("keras_valid"), examples: 2);

    [CorpusFact("keras_graph")]
    public void Kerass_graphs_give_the_same() => Agree(ModelCorpus.Fixtures("keras_graph"), examples: 2);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Agree(IReadOnlyList<Type> models, int examples)
    {
        List<string> differences = [];
        foreach (Type model in models)
        {
            string file = Path.Combine(_folder, "model.onnx");
            if (OnnxComparison.Difference(model, file, examples) is { } difference)
            {
                differences.Add(difference);
            }
        }

        output.WriteLine($"{models.Count} networks");
        differences.ShouldBeEmpty();
        models.ShouldNotBeEmpty();
    }
}
