namespace CnnGen.Generator.Problems;

/// <summary>The part of a declaration that a problem is about.</summary>
/// <param name="Attribute">The attribute's index; -1 for the class itself.</param>
/// <param name="Argument">The argument; <see langword="null"/> for the whole attribute.</param>
internal readonly record struct Anchor(int Attribute, string? Argument = null)
{
    public static readonly Anchor Class = new(-1);

    /// <summary>The place of one of the class's own members; <see langword="null"/> for anything else.</summary>
    public int? Member { get; private init; }

    /// <summary>The place of a part of the class, or of a type around it; <see langword="null"/> for anything else.</summary>
    public int? Part { get; private init; }

    /// <summary>A part of the class, or of a type around it.</summary>
    /// <param name="place">Its place among the parts that were read.</param>
    public static Anchor OfPart(int place) => Class with { Part = place };

    /// <summary>A member of the class's own.</summary>
    /// <param name="place">Its place among the members that were read.</param>
    public static Anchor OfMember(int place) => Class with { Member = place };
}
