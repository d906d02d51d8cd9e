namespace CnnGen;

/// <summary>
/// A trained image classifier for a <see cref="TrainingReport"/>, measured when this is made: the model may be disposed of or trained further
/// afterwards.
/// </summary>
public sealed class ReportedModel
{
    /// <param name="name">What the report calls it.</param>
    /// <param name="model">A trained network that says one class of an image.</param>
    /// <param name="history">What its training gave, epoch by epoch.</param>
    /// <param name="data">Images with a class index each, to measure on: best those that nothing was chosen by.</param>
    /// <param name="classNames">Names for the classes, in the order of their indices; left out, the indices.</param>
    /// <exception cref="CnnGenException">The data holds no class indices, or does not fit the model.</exception>
    public ReportedModel(
        string name, ICnnModel<Prediction> model, TrainingHistory history, ImageDataset data, IReadOnlyList<string>? classNames = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(data);
        if (data.LabelKind != LabelKind.ClassIndex)
        {
            throw new CnnGenException(
                $"The report of {name} needs images with a class index each, but this data set has labels of the kind {data.LabelKind}: it shows classes and what is taken for what.");
        }

        (Name, Architecture, History, Data) = (name, model.Architecture, history, data);
        Output = model.Outputs[0].Kind;
        Report = model.Interpret(data, classNames);
        ClassNames = [.. Report.Classes.Select(static score => score.Name)];
        Weights = model.GetWeights();
    }

    /// <summary>What the report calls it.</summary>
    public string Name { get; }

    /// <summary>What it tries, in a few words; may be empty.</summary>
    public string Idea { get; init; } = "";

    /// <summary>
    /// The data that the training validated on, by which an epoch may have been chosen; <see langword="null"/> for none. Its
    /// <see cref="Dataset.Role"/> tells whether it is the data that the report measures on.
    /// </summary>
    public Dataset? Validation { get; init; }

    /// <summary>How well it tells the classes apart.</summary>
    public ClassificationReport Report { get; }

    /// <summary>Its layers.</summary>
    public ModelSummary Architecture { get; }

    /// <summary>What its training gave.</summary>
    public TrainingHistory History { get; }

    internal ImageDataset Data { get; }

    internal IReadOnlyList<string> ClassNames { get; }

    internal IReadOnlyList<Weight> Weights { get; }

    /// <summary>What the numbers are that it gives.</summary>
    internal PredictionKind Output { get; }

    /// <summary>The epoch that was best on the validation data, or on the training data without any; <see langword="null"/> before the first one's end.</summary>
    internal EpochResult? Best => History.Epochs
        .OrderByDescending(static epoch => epoch.ValidationAccuracy ?? -epoch.ValidationLoss ?? epoch.Accuracy ?? -epoch.Loss)
        .FirstOrDefault();

    /// <summary>A weight of a layer, or of one of its modules; <see langword="null"/> if it has none of this name.</summary>
    internal Weight? WeightOf(string layer, string name) => Weights.FirstOrDefault(weight => weight.Name == $"{layer}.{name}");
}
