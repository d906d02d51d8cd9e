using CnnGen.Generator.Text;

namespace CnnGen.Generator.Problems;

/// <summary>Something wrong in a declaration.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Anchor">What it is about.</param>
/// <param name="Arguments">The values of the rule's message.</param>
internal sealed record Problem(string Id, Anchor Anchor, EquatableArray<string> Arguments)
{
    /// <summary>What would fix it, the likeliest first. The message names them.</summary>
    public EquatableArray<Fix> Fixes { get; init; }

    /// <summary>Whether a [Use] is wrong that its block has nothing to do with, so that another use can be wrong in the same words.</summary>
    public bool IsOfUse { get; init; }
}
