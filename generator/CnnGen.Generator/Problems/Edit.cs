namespace CnnGen.Generator.Problems;

/// <summary>One change of the source.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Anchor">Where: an attribute, one of its arguments (several names with '|' in between: the first that is written),
/// the class, or a part of it.</param>
/// <param name="Text">The new code.</param>
internal sealed record Edit(EditKind Kind, Anchor Anchor, string Text)
{
    /// <summary>Gives an argument another value, or adds it: <c>Padding</c>, <c>Pad.Same</c>. All elements of a list are one value.</summary>
    public static Edit Set(int attribute, string argument, string value) =>
        new(EditKind.SetArgument, new Anchor(attribute, argument), value);

    /// <summary>Takes an argument away.</summary>
    public static Edit Unset(int attribute, string argument) =>
        new(EditKind.RemoveArgument, new Anchor(attribute, argument), "");

    /// <summary>Puts an attribute, written without brackets, in front of another one.</summary>
    public static Edit InsertAbove(int attribute, string text) => new(EditKind.InsertAbove, new Anchor(attribute), text);

    /// <summary>Puts an attribute, written without brackets, behind another one.</summary>
    public static Edit InsertBelow(int attribute, string text) => new(EditKind.InsertBelow, new Anchor(attribute), text);

    /// <summary>Writes another attribute, without brackets, in its place.</summary>
    public static Edit Replace(int attribute, string text) => new(EditKind.ReplaceAttribute, new Anchor(attribute), text);

    /// <summary>Takes an attribute away.</summary>
    public static Edit Remove(int attribute) => new(EditKind.RemoveAttribute, new Anchor(attribute), "");

    /// <summary>Puts an attribute in front of another one.</summary>
    public static Edit[] Move(int attribute, int above) =>
    [
        new(EditKind.TakeAttribute, new Anchor(attribute), ""),
        new(EditKind.PutAbove, new Anchor(above), ""),
    ];

    /// <summary>Writes shapes behind the line that an attribute ends on: <c>// 26×26×32</c>.</summary>
    public static Edit WriteShape(int attribute, string shapes) => new(EditKind.WriteShape, new Anchor(attribute), shapes);

    /// <summary>Gives a part of the class, or of a type around it, a modifier that it does not have yet: <c>partial</c>.</summary>
    public static Edit AddModifier(Anchor part, string modifier) => new(EditKind.AddModifier, part, modifier);

    /// <summary>Takes a modifier off a part of the class, where it has it.</summary>
    public static Edit RemoveModifier(Anchor part, string modifier) => new(EditKind.RemoveModifier, part, modifier);

    /// <summary>Takes the base class, as it is written there, off a part of the class; interfaces stay.</summary>
    public static Edit RemoveBaseClass(Anchor part, string written) => new(EditKind.RemoveBaseClass, part, written);
}
