namespace CnnGen;

/// <summary>Loss and metrics over a data set. Measures that the model does not ask for are <see langword="null"/>.</summary>
public sealed record EvaluationResult
{
    /// <summary>Images.</summary>
    public required int Count { get; init; }

    /// <summary>Mean loss.</summary>
    public required double Loss { get; init; }

    /// <summary>Share of the images whose most probable class is the right one.</summary>
    public double? Accuracy { get; init; }

    /// <summary>Share of the images whose class is among the five most probable.</summary>
    public double? Top5Accuracy { get; init; }

    /// <summary>Mean absolute error.</summary>
    public double? MeanAbsoluteError { get; init; }
}
