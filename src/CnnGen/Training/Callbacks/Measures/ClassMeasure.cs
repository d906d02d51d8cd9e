using System.Globalization;
using System.Text.RegularExpressions;

namespace CnnGen;

/// <summary>
/// A measure that every class has: of one class, <c>Recall[9]</c>, or over all. Nothing need be declared for it: where one is watched, the validation images
/// are looked at once more after each epoch.
/// </summary>
public sealed partial class ClassMeasure
{
    private const string MacroName = "macro";
    private const string WeightedName = "weighted";

    private readonly string _name;

    internal ClassMeasure(string name) => _name = name;

    /// <summary>The mean over the classes, each as important as the other: <c>val_f1_macro</c>.</summary>
    public EpochMeasure Macro => new($"{_name}_{MacroName}");

    /// <summary>The mean over the classes, each as important as it has examples: <c>val_f1_weighted</c>.</summary>
    public EpochMeasure Weighted => new($"{_name}_{WeightedName}");

    /// <summary>That of one class: <c>val_recall_9</c>.</summary>
    /// <param name="label">The class, from 0.</param>
    public EpochMeasure this[int label]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(label);
            return new EpochMeasure(string.Create(CultureInfo.InvariantCulture, $"{_name}_{label}"));
        }
    }

    /// <summary>Whether a name, without what says that it is of validation images, is one of these.</summary>
    internal static bool IsName(string name) => Name().IsMatch(name);

    /// <summary>Whether there is the class of a name.</summary>
    /// <exception cref="CnnGenException">There is not.</exception>
    internal static void Check(string name, int classes)
    {
        string of = Name().Match(name).Groups["of"].Value;
        if (of is not (MacroName or WeightedName) && !(int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out int label) && label < classes))
        {
            throw new CnnGenException($"{MeasureNames.Validation}{name} is watched, but there is no class {of}: classes go from 0 to {classes - 1}.");
        }
    }

    /// <summary>What a report says for a name.</summary>
    internal static double Value(string name, ClassificationReport report)
    {
        Match match = Name().Match(name);
        string of = match.Groups["of"].Value;
        ClassScore score = of switch
        {
            MacroName => report.MacroAverage,
            WeightedName => report.WeightedAverage,
            _ => report.Classes[int.Parse(of, CultureInfo.InvariantCulture)],
        };
        return match.Groups["what"].Value switch
        {
            "precision" => score.Precision,
            "recall" => score.Recall,
            _ => score.F1,
        };
    }

    [GeneratedRegex($"^(?<what>precision|recall|f1)_(?<of>{MacroName}|{WeightedName}|[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
