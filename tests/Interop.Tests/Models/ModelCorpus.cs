using CnnGen.Fixtures;

namespace CnnGen.Interop.Tests.Models;

/// <summary>The models that other programs compute too.</summary>
internal static class ModelCorpus
{
    // 138 million weights, and no layer that the others do not have.
    private const string TooLarge = "Vgg16";

    private static readonly Lazy<IReadOnlyList<Type>> s_published =
        new(static () => [.. new ModelAssembly(PublishedNetworks.All.Values).Models.Where(static type => type.Name != TooLarge)]);

    private static readonly Dictionary<string, IReadOnlyList<Type>> s_fixtures = [];

    private static readonly Lazy<IReadOnlyList<Type>> s_layers = new(static () =>
    [
        .. new ModelAssembly([
            .. ModelAssembly.InNamespaces("Layers", LayerModels.All),
            .. ModelAssembly.InNamespaces("Several", GraphModels.WithSeveral),
            .. ModelAssembly.InNamespaces("Trained", TrainingModels.All),
            .. ModelAssembly.InNamespaces("Blocks", BlockModels.All.Select(static block => KeyValuePair.Create(block.Key, block.Value.Blocks))),
        ]).Models,
    ]);

    /// <summary>A model for every layer and every branch of its arguments, graphs, blocks, and models that are trained.</summary>
    public static IReadOnlyList<Type> Layers => s_layers.Value;

    /// <summary>Networks of papers and libraries, the samples' and the six of the notebook.</summary>
    public static IReadOnlyList<Type> Published => s_published.Value;

    /// <summary>Models that Keras accepts, as far as the language offers all of them.</summary>
    public static IReadOnlyList<Type> Fixtures(string corpus) =>
        s_fixtures.TryGetValue(corpus, out IReadOnlyList<Type>? known) ? known : s_fixtures[corpus] = Compile(corpus);

    private static IReadOnlyList<Type> Compile(string corpus)
    {
        List<string> files = [];
        foreach (Fixture fixture in FixtureFolder.Lines(FixtureFolder.Find(corpus)!).Select(Fixture.Parse).OfType<Fixture>())
        {
            try
            {
                files.Add(ModelSource.Write(fixture.Model, $"Model{files.Count}").Text);
            }
            catch (NotOfferedException)
            {
                // Counted by the tests that compare summaries.
            }
        }

        return [.. new ModelAssembly(files).Models];
    }
}
