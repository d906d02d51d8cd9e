namespace CnnGen.Samples.Mnist;

/// <summary>One of the six models, by name.</summary>
/// <param name="Name">The class name, which is also its name on the command line.</param>
/// <param name="Idea">What it tries, in a few words.</param>
/// <param name="Create">Makes the network with fresh start weights.</param>
/// <param name="Summary">Keras's table.</param>
internal sealed record ModelEntry(string Name, string Idea, Func<ITrainableModel> Create, string Summary);

/// <summary>The six models in the notebook's order: a plain table, so that no name is looked up by reflection.</summary>
internal static class ModelCatalog
{
    public static IReadOnlyList<ModelEntry> All { get; } =
    [
        new(nameof(ValidCnn), "three convolutions without padding", () => new ValidCnn(), ValidCnn.Summary),
        new(nameof(SameCnn), "the same with a ring of zeros around every map", () => new SameCnn(), SameCnn.Summary),
        new(nameof(NormalizedCnn), "batch normalization behind every layer", () => new NormalizedCnn(), NormalizedCnn.Summary),
        new(nameof(UnitStrideCnn), "strides of one, written out", () => new UnitStrideCnn(), UnitStrideCnn.Summary),
        new(nameof(StridedSameCnn), "strides of two, with padding", () => new StridedSameCnn(), StridedSameCnn.Summary),
        new(nameof(StridedValidCnn), "strides of two, without padding", () => new StridedValidCnn(), StridedValidCnn.Summary),
    ];

    public static IEnumerable<string> Names => All.Select(model => model.Name);

    /// <summary>Finds a model whatever the case of its letters.</summary>
    public static ModelEntry? Find(string name) =>
        All.FirstOrDefault(model => string.Equals(model.Name, name, StringComparison.OrdinalIgnoreCase));
}
