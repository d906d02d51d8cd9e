namespace CnnGen;

/// <summary>Loss and measures over a data set.</summary>
public sealed record EvaluationResult
{
    /// <summary>Images.</summary>
    public required int Count { get; init; }

    /// <summary>Mean loss.</summary>
    public required double Loss { get; init; }

    /// <summary>What is measured beside the loss, by name.</summary>
    public MeasureValues Measures { get; init; } = MeasureValues.None;

    /// <summary>Share of the images whose most probable class is the right one; <see langword="null"/> if not asked for.</summary>
    public double? Accuracy
    {
        get => Measures.Find(MeasureNames.Accuracy);
        init => Measures = Measures.With(MeasureNames.Accuracy, value);
    }

    /// <summary>Share of the images whose class is among the five most probable; <see langword="null"/> if not asked for.</summary>
    public double? Top5Accuracy
    {
        get => Measures.Find(MeasureNames.Top5Accuracy);
        init => Measures = Measures.With(MeasureNames.Top5Accuracy, value);
    }

    /// <summary>Mean absolute error; <see langword="null"/> if not asked for.</summary>
    public double? MeanAbsoluteError
    {
        get => Measures.Find(MeasureNames.MeanAbsoluteError);
        init => Measures = Measures.With(MeasureNames.MeanAbsoluteError, value);
    }

    /// <summary>A measure by its name: <c>loss</c>, <c>accuracy</c>.</summary>
    /// <exception cref="CnnGenException">It is not measured.</exception>
    public double this[string name] => Find(name) ?? throw MeasureValues.NotMeasured(name, Measures.Names.Prepend(MeasureNames.Loss));

    /// <summary>A measure by its name; <see langword="null"/> if it is not measured.</summary>
    public double? Find(string name) => name == MeasureNames.Loss ? Loss : Measures.Find(name);
}
