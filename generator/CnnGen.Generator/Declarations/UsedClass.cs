using CnnGen.Generator.Common;

namespace CnnGen.Generator.Declarations;

/// <summary>The class that a [Use] puts into a network.</summary>
/// <param name="Name">Its name, for messages and for Keras's names.</param>
/// <param name="FullName">Its name as generated code writes it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsGenerated">Whether the class lets a network be generated into it.</param>
/// <param name="Attributes">What it declares; nothing where that was not read.</param>
internal sealed record UsedClass(
    string Name, string FullName, UsedKind Kind, bool IsGenerated, EquatableArray<AttributeDeclaration> Attributes);

/// <summary>What can stand in a [Use].</summary>
internal enum UsedKind
{
    /// <summary>Neither a block nor a model.</summary>
    Other,

    /// <summary>A piece whose layers become the user's own.</summary>
    Block,

    /// <summary>A network that becomes one layer.</summary>
    Model,

    /// <summary>A block or model that uses itself, straight or through others.</summary>
    Recursive,

    /// <summary>One of so many, each in another, that they are not read to the end.</summary>
    TooMany,
}
