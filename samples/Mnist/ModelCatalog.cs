namespace CnnGen.Samples.Mnist;

/// <summary>One of the six models, by name.</summary>
/// <param name="Name">The class name, which is also its name on the command line.</param>
/// <param name="Idea">What it tries, in a few words.</param>
/// <param name="Create">Makes the network with fresh start weights.</param>
/// <param name="Summary">Keras's table.</param>
/// <param name="Architecture">The same rows as data.</param>
internal sealed record ModelEntry(string Name, string Idea, Func<ITrainableModel<Prediction>> Create, string Summary, ModelSummary Architecture);

/// <summary>The six models in the notebook's order: a plain table, so that no name is looked up by reflection.</summary>
internal static class ModelCatalog
{
    public static IReadOnlyList<ModelEntry> All { get; } =
    [
        new(nameof(ValidCnn), "three convolutions without padding", () => new ValidCnn(), ValidCnn.Summary, ValidCnn.Architecture),
        new(nameof(SameCnn), "the same with a ring of zeros around every map", () => new SameCnn(), SameCnn.Summary, SameCnn.Architecture),
        new(nameof(NormalizedCnn), "batch normalization behind every layer", () => new NormalizedCnn(), NormalizedCnn.Summary, NormalizedCnn.Architecture),
        new(nameof(UnitStrideCnn), "strides of one, written out", () => new UnitStrideCnn(), UnitStrideCnn.Summary, UnitStrideCnn.Architecture),
        new(nameof(StridedSameCnn), "strides of two, with padding", () => new StridedSameCnn(), StridedSameCnn.Summary, StridedSameCnn.Architecture),
        new(nameof(StridedValidCnn), "strides of two, without padding", () => new StridedValidCnn(), StridedValidCnn.Summary, StridedValidCnn.Architecture),
    ];

    public static IReadOnlyCollection<string> Names { get; } = [.. All.Select(model => model.Name)];

    /// <summary>Finds a model whatever the case of its letters.</summary>
    public static ModelEntry? Find(string name) =>
        All.FirstOrDefault(model => string.Equals(model.Name, name, StringComparison.OrdinalIgnoreCase));
}
