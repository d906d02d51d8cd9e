using CnnGen.Generator.Text;

namespace CnnGen.Generator.Declarations;

/// <summary>The class that a [Use] puts into a network.</summary>
/// <param name="Name">Its name, for messages and for Keras's names.</param>
/// <param name="FullName">Its name as generated code writes it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Assembly">The assembly that it comes from; <see langword="null"/> for a class of this project.</param>
/// <param name="Obstacle">What keeps generated code from creating it, if it is a model.</param>
/// <param name="Attributes">What it declares; nothing where that was not read.</param>
internal sealed record UsedClass(
    string Name, string FullName, UsedKind Kind, string? Assembly, ModelObstacle Obstacle, EquatableArray<AttributeDeclaration> Attributes);

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

/// <summary>What keeps generated code from writing <c>new Model()</c>.</summary>
internal enum ModelObstacle
{
    None,

    /// <summary>Its class cannot be extended, which is reported where it is declared.</summary>
    ReportedThere,

    /// <summary>It comes from another assembly, and no network was generated for it there.</summary>
    NotGenerated,

    /// <summary>It comes from an assembly that was compiled for a torch that this project does not reference.</summary>
    OtherTorch,

    /// <summary>The class that uses it cannot name it.</summary>
    Inaccessible,

    /// <summary>It has required members, for which generated code has no values.</summary>
    RequiredMembers,
}
