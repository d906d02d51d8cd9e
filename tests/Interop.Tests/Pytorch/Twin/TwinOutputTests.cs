using CnnGen.Fixtures;

namespace CnnGen.Interop.Tests.Pytorch.Twin;

/// <summary>The same outputs with the same weights.</summary>
[Collection(nameof(RunsModels))]
public class TwinOutputTests
{
    // Of an output's largest value.
    private const double Bound = 1e-5;

    [PytorchFact]
    public void Every_layer_and_graph_of_the_corpus() => Agree(ModelCorpus.Layers);

    [PytorchFact]
    public void Published_networks() => Agree(ModelCorpus.Published);

    [PytorchFact(Corpus = "keras_valid")]
    public void Kerass_chains() => Agree(ModelCorpus.Fixtures("keras_valid"));

    [PytorchFact(Corpus = "keras_graph")]
    public void Kerass_graphs() => Agree(ModelCorpus.Fixtures("keras_graph"));

    [PytorchFact(Corpus = KerasFileSet.Archive)]
    public void Models_that_Keras_saved()
    {
        using var files = new KerasFileSet(FixtureFolder.Default!);
        KerasFileModel[] models = [.. KerasFileModel.All(files).Where(static model => model is { Source: not null, Declaration.Lacking.Count: 0 })];
        using var batch = new ModelBatch([.. models.Select(static model => model.Source!)]);
        Dictionary<Type, string> saved = models.ToDictionary(model => batch.Type(model.Source!), static model => model.Name);

        TwinComparison.Differences([.. saved.Keys], type => TestNetwork.FromKeras(type, files.Find(saved[type], ".keras")!), Bound).ShouldBeEmpty();
    }

    private static void Agree(IReadOnlyList<Type> models) =>
        TwinComparison.Differences(models, static type => TestNetwork.Random(type, seed: 3), Bound).ShouldBeEmpty();
}
