namespace CnnGen;

/// <summary>The measures of single classes that callbacks watch, taken after each epoch.</summary>
internal sealed class ClassMeasurement
{
    private readonly ICnnModel<Prediction> _model;
    private readonly Dataset _validation;
    private readonly IReadOnlyList<string> _names;

    private ClassMeasurement(ICnnModel<Prediction> model, Dataset validation, IReadOnlyList<string> names) =>
        (_model, _validation, _names) = (model, validation, names);

    /// <summary>What is watched; <see langword="null"/> if it is nothing of single classes.</summary>
    /// <exception cref="CnnGenException">The network tells no classes apart.</exception>
    public static ClassMeasurement? Of(ITrainableModel model, Dataset? validation, TrainingOptions options)
    {
        List<string> names = [.. options.Callbacks.OfType<IMeasureWatcher>().Select(static watcher => watcher.Measure)
            .Concat(options.Keep.Measure is { } best ? [best] : Array.Empty<EpochMeasure>())
            .Where(measure => measure.IsOfValidation && IsOfClasses(measure, model))
            .Select(static measure => measure.OwnName)
            .Distinct()];
        if (names.Count == 0 || validation is null)
        {
            return null;
        }

        if (model is not ICnnModel<Prediction> classifier || validation.Targets is not [{ Kind: LabelKind.ClassIndex, Positions: 1 } target])
        {
            throw new CnnGenException(
                $"{MeasureNames.Validation}{names[0]} is watched, but {model.Architecture.Name} does not tell classes apart, or the labels are no class indices.");
        }

        names.ForEach(name => ClassMeasure.Check(name, target.Classes));
        return new ClassMeasurement(classifier, validation, names);
    }

    /// <summary>Whether a measure is one of classes, and not one of the model's own that has such a name.</summary>
    public static bool IsOfClasses(EpochMeasure measure, ITrainableModel model) =>
        ClassMeasure.IsName(measure.OwnName) && model.Measures.All(one => one.Name != measure.OwnName);

    /// <summary>Adds them to what was measured.</summary>
    public EvaluationResult AddTo(EvaluationResult result)
    {
        ClassificationReport report = _model.Interpret(_validation);
        return result with
        {
            Measures = new MeasureValues(result.Measures.Concat(_names.Select(name => KeyValuePair.Create(name, ClassMeasure.Value(name, report))))),
        };
    }
}
