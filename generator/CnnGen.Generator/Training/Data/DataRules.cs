using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Data;

/// <summary>Whether the data set says what it holds.</summary>
internal static class DataRules
{
    /// <summary>What an input without a name is called.</summary>
    private const string SoleInput = "input";

    /// <returns>What the data set holds; <see langword="null"/> if it does not say so.</returns>
    public static TrainedData? Check(AttributeDeclaration training, ModelDeclaration declaration, List<Problem> problems)
    {
        if (declaration.Data is not { } data)
        {
            return null;
        }

        if (Fault(data) is not var (what, remedy))
        {
            return new TrainedData(data.Name, data.Inputs, data.Targets.Select(target => Checked(target, data)).ToList(), data.HasImageData);
        }

        problems.Add(new Problem(
            RuleIds.NotImageData, new Anchor(training.Index, AttributeDeclaration.TypeArgument),
            EquatableArray.Of(data.Name, declaration.Class.Name, what, remedy)));
        return null;
    }

    private static TrainedTarget Checked(TargetDeclaration target, DataDeclaration data) => target.SameAs is { } input
        ? new TrainedTarget(target.Name, LabelKind.Number, InputNamed(input, data)!.Shape, 0) { IsWeighted = target.IsWeighted }
        : new TrainedTarget(target.Name, (LabelKind)target.Labels, target.Shape, target.Classes)
        {
            IsWeighted = target.IsWeighted,
            IgnoredClass = target.IgnoredClass,
        };

    private static (string What, string Remedy)? Fault(DataDeclaration data)
    {
        if (data is { HasImageData: false, HasParts: false })
        {
            return ("it does not say what images it holds", $"Add [ImageData(height, width, channels, Classes = …)] to '{data.Name}'.");
        }

        if (data is { HasImageData: true, HasParts: true })
        {
            return ("it carries [ImageData] beside [InputData] or [TargetData]", "Say all of it by [InputData] and [TargetData].");
        }

        string attribute = data.HasImageData ? "[ImageData]" : "[InputData]";
        if (data.Inputs.Count == 0)
        {
            return ("it does not say what goes into the network", $"Add [InputData(height, width, channels)] to '{data.Name}'.");
        }

        if (data.Targets.Count == 0)
        {
            return ("it does not say what the network should give", $"Add [TargetData(Classes = …)] to '{data.Name}'.");
        }

        return (data.Inputs.Select(input => OfInput(input, data)).FirstOrDefault(static fault => fault is not null)
                ?? Names(data.Inputs.Select(static input => input.Name), "inputs")) is { } fault
            ? (fault, $"Correct {attribute} on '{data.Name}'.")
            : (data.Targets.Select(target => OfTarget(target, data)).FirstOrDefault(static found => found is not null)
                ?? Names(data.Targets.Select(static target => target.Name), "targets")) is { } wrong
                ? (wrong, $"Correct {(data.HasImageData ? "[ImageData]" : "[TargetData]")} on '{data.Name}'.")
                : null;
    }

    private static string? Names(IEnumerable<string?> names, string what)
    {
        List<string?> all = names.ToList();
        if (all.Count > 1 && all.Contains(null))
        {
            return $"one of its {what} has no name";
        }

        return all.GroupBy(static name => name).FirstOrDefault(static group => group.Count() > 1) is { } twice
            ? $"two of its {what} are named '{twice.Key}'"
            : null;
    }

    private static string? OfInput(InputDeclaration input, DataDeclaration data) =>
        input.Shape.Count == 0 ? "an input has no dimensions"
        : input.Shape.Any(static size => size < 1) ? $"{(input.Name is { } name ? $"its input '{name}' has" : data.HasImageData ? "its images have" : "its examples have")} the shape {Size(input.Shape)}"
        : null;

    private static string? OfTarget(TargetDeclaration target, DataDeclaration data)
    {
        if (target.SameAs is { } same)
        {
            return InputNamed(same, data) is null ? $"it has no input '{same}' that a target could be the same as"
                : target.Shape.Count > 0 || target.Classes != 0 ? "a target that is the same as an input has no shape and no classes of its own"
                : null;
        }

        if (target.Labels is < (int)LabelKind.ClassIndex or > (int)LabelKind.MultiHot)
        {
            return $"(LabelKind){Words.Text(target.Labels)} is no kind of labels";
        }

        if (target.Shape.Any(static size => size < 1))
        {
            return $"a target has the shape {Size(target.Shape)}";
        }

        return (LabelKind)target.Labels == LabelKind.Number ? OfNumbers(target, data) : OfClasses(target, data);
    }

    private static string? OfNumbers(TargetDeclaration target, DataDeclaration data)
    {
        if (target.Classes < 0 || (target.Classes > 0 && !data.HasImageData))
        {
            return target.Classes < 0 ? Classes(target) : "a target of numbers has no classes";
        }

        return target.IgnoredClass is not null ? "only class indices can have an ignored class"
            : target.Shape.Count == 0 && !data.HasImageData ? "a target says neither its classes nor the shape of its numbers"
            : null;
    }

    private static string? OfClasses(TargetDeclaration target, DataDeclaration data)
    {
        bool isSaid = target.Classes != 0 || !data.HasImageData;
        if (target.Classes < 0 || (isSaid && target.Classes < (target.Labels == (int)LabelKind.MultiHot ? 1 : 2)))
        {
            return Classes(target);
        }

        if (target.IgnoredClass is { } ignored)
        {
            return target.Labels != (int)LabelKind.ClassIndex ? "only class indices can have an ignored class"
                : ignored >= 0 && ignored < target.Classes ? $"the ignored class {Words.Text(ignored)} is one of its {Words.Text(target.Classes)} classes"
                : null;
        }

        return null;
    }

    private static string Classes(TargetDeclaration target) => $"it has {Words.Count(target.Classes, "class", "classes")}";

    private static InputDeclaration? InputNamed(string name, DataDeclaration data) =>
        data.Inputs.FirstOrDefault(input => (input.Name ?? SoleInput) == name);

    private static string Size(IEnumerable<int> sizes) => Words.Size(sizes.Select(static size => (long)size));
}
