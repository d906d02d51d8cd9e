using CnnGen.Generator.Declarations;
using CnnGen.Generator.Problems;

namespace CnnGen.Generator.Network;

/// <summary>A layer of the network and the attribute that put it there.</summary>
/// <param name="Node">The layer.</param>
/// <param name="Attribute">Its attribute with all arguments; that of a block's layer has the index of the [Use].</param>
/// <param name="IsOnModel">Whether it is declared on the model itself, and can be fixed there; one of a block cannot.</param>
internal sealed record PlacedLayer(Node Node, AttributeDeclaration Attribute, bool IsOnModel)
{
    /// <summary>The attribute, where it can be fixed.</summary>
    public AttributeDeclaration? Fixable => IsOnModel ? Attribute : null;

    /// <summary>The place of the attribute, or of one of its arguments.</summary>
    public Anchor AnchorOf(string? argument = null) => new(Attribute.Index, argument);
}
