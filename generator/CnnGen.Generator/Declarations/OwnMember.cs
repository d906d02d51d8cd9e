namespace CnnGen.Generator.Declarations;

/// <summary>A member of the class's own that is in the way of the generated ones, or would be in that of a layer's field.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name, as messages show it.</param>
internal sealed record OwnMember(OwnMemberKind Kind, string Name)
{
    public bool IsConstructor => Kind >= OwnMemberKind.Parameterless;
}

/// <summary>How a member of the class's own is in the way.</summary>
internal enum OwnMemberKind
{
    /// <summary>It has the name of a generated member, or one that a layer's field could have.</summary>
    Named,

    /// <summary>It hides a member of TorchSharp's module that generated code calls.</summary>
    Hiding,

    /// <summary>A type with the name of a word that generated code uses.</summary>
    Keyword,

    /// <summary>The constructor that is generated, calling the base class's with the network's name or not.</summary>
    Parameterless,
    ParameterlessWithBase,

    /// <summary>A constructor that every other one would have to call.</summary>
    Primary,

    /// <summary>A constructor that goes round the generated one, so that there would be no layers.</summary>
    Detached,
    DetachedWithBase,
}
