namespace CnnGen;

/// <summary>The measures that callbacks can watch over the training or the validation images: <c>Measure.Validation.F1.Macro</c>.</summary>
public sealed class MeasureScope
{
    private readonly string _prefix;

    internal MeasureScope(string prefix) => _prefix = prefix;

    /// <summary>The loss.</summary>
    public EpochMeasure Loss => new(_prefix + MeasureNames.Loss);

    /// <summary>The share that is right.</summary>
    public EpochMeasure Accuracy => new(_prefix + MeasureNames.Accuracy);

    /// <summary>Of what was taken for a class, the share that belongs to it. Of validation images.</summary>
    public ClassMeasure Precision => new(_prefix + "precision");

    /// <summary>Of a class's examples, the share that was recognised. Of validation images.</summary>
    public ClassMeasure Recall => new(_prefix + "recall");

    /// <summary>The harmonic mean of precision and recall. Of validation images.</summary>
    public ClassMeasure F1 => new(_prefix + "f1");

    /// <summary>Any other that the model measures, by Keras's name: <c>auc</c>.</summary>
    public EpochMeasure Named(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new EpochMeasure(_prefix + name);
    }
}
