using CnnGen.Generator.Common;

namespace CnnGen.Generator.Graph;

/// <summary>Something wrong in a declaration.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Anchor">What it is about.</param>
/// <param name="Arguments">The values of the rule's message.</param>
internal sealed record Problem(string Id, Anchor Anchor, EquatableArray<string> Arguments)
{
    /// <summary>What would mend it, the likeliest first. The message names them.</summary>
    public EquatableArray<Mend> Mends { get; init; }
}

/// <summary>The part of a declaration that a problem is about.</summary>
/// <param name="Attribute">The attribute's index; -1 for the class itself.</param>
/// <param name="Argument">The argument; <see langword="null"/> for the whole attribute.</param>
internal readonly record struct Anchor(int Attribute, string? Argument = null)
{
    public static readonly Anchor Class = new(-1);
}
