namespace CnnGen;

/// <summary>
/// Says what a network should give for an example of a data set:
/// <list type="bullet">
/// <item><c>[TargetData(Classes = 6)]</c>: one of six classes;</item>
/// <item><c>[TargetData(160, 160, Classes = 3)]</c>: one of three classes for each of 160×160 positions;</item>
/// <item><c>[TargetData(Classes = 20, Labels = LabelKind.MultiHot)]</c>: any of twenty classes;</item>
/// <item><c>[TargetData(2)]</c>: two numbers; <c>[TargetData(64, 64, 3)]</c>: a map of numbers;</item>
/// <item><c>[TargetData(SameAs = "input")]</c>: the input itself.</item>
/// </list>
/// Data with several targets names each: <c>[TargetData("mask", 160, 160, Classes = 3)]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TargetDataAttribute : Attribute
{
    private LabelKind? _labels;

    /// <summary>A sole target.</summary>
    /// <param name="shape">Of classes the positions that have one each, nothing where the example as a whole has one. Of numbers how many
    /// they are, or the shape of a map, channels last.</param>
    public TargetDataAttribute(params int[] shape) => Shape = shape;

    /// <summary>A target with a name, that of the network's output, or what <see cref="OutputAttribute.Target"/> says.</summary>
    /// <param name="name">The name.</param>
    /// <param name="shape">Of classes the positions that have one each, nothing where the example as a whole has one. Of numbers how many
    /// they are, or the shape of a map, channels last.</param>
    public TargetDataAttribute(string name, params int[] shape)
    {
        Name = name;
        Shape = shape;
    }

    /// <summary>The name; <see langword="null"/> for a sole target without one.</summary>
    public string? Name { get; }

    /// <summary>The positions of classes, or the shape of numbers.</summary>
    public int[] Shape { get; }

    /// <summary>The number of classes. Default: none, the target is numbers.</summary>
    public int Classes { get; set; }

    /// <summary>What the values are. Default: class indices if there are <see cref="Classes"/>, else numbers.</summary>
    public LabelKind Labels { get => _labels ?? (Classes > 0 ? LabelKind.ClassIndex : LabelKind.Number); set => _labels = value; }

    /// <summary>The input that the network should give again, by its name; <c>"input"</c> for a sole one without.</summary>
    public string? SameAs { get; set; }

    /// <summary>Whether each example has a weight, by which it counts more or less in the loss. Default: no.</summary>
    public bool Weighted { get; set; }

    /// <summary>A class index that stands for "do not look here", often 255. Default: none.</summary>
    public int IgnoredClass { get; set; } = -1;
}
