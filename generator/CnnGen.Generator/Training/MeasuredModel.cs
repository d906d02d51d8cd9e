using CnnGen.Generator.Language;

namespace CnnGen.Generator.Training;

/// <summary>What decides whether a metric can be measured.</summary>
/// <param name="Data">The data set's name.</param>
/// <param name="Labels">What its labels are.</param>
/// <param name="Layer">The last layer; <see langword="null"/> if it is not certain.</param>
/// <param name="Units">The values that it gives for an image; <see langword="null"/> if that is not certain.</param>
internal sealed record MeasuredModel(string Data, LabelKind Labels, string? Layer, int? Units)
{
    /// <summary>Why classes cannot be told apart; <see langword="null"/> if they can.</summary>
    public string? LacksClasses => Labels == LabelKind.Number ? $"the labels of '{Data}' are numbers, not classes" : null;

    /// <summary>Why no class is the right one; <see langword="null"/> if one is.</summary>
    public string? LacksRightClass => Labels == LabelKind.MultiHot ? $"the examples of '{Data}' can have several classes" : null;

    /// <summary>Why there is nothing to subtract from; <see langword="null"/> if there is.</summary>
    public string? LacksNumbers => Labels == LabelKind.ClassIndex ? $"the labels of '{Data}' are class indices" : null;
}
