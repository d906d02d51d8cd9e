using System.Linq;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Declarations;

/// <summary>All that a model class says, free of symbols and positions.</summary>
internal sealed record ModelDeclaration
{
    public required ClassDeclaration Class { get; init; }

    public required ProjectFacts Project { get; init; }

    /// <summary>The attributes that CnnGen reads, in the order of the source.</summary>
    public required EquatableArray<AttributeDeclaration> Attributes { get; init; }

    /// <summary>The data set of [Training]; <see langword="null"/> without one, or where the compiler has an error in it.</summary>
    public DataDeclaration? Data { get; init; }

    /// <summary>The methods that [Training] names as losses and metrics.</summary>
    public EquatableArray<OwnFunction> Functions { get; init; }

    public NetworkDeclaration Network => new(Class.Name, Attributes);
}

/// <summary>The part of a declaration that says what the network is.</summary>
/// <param name="ClassName">The class, for messages and for Keras's name.</param>
/// <param name="Attributes">Its attributes, in the order of the source.</param>
internal sealed record NetworkDeclaration(string ClassName, EquatableArray<AttributeDeclaration> Attributes);

/// <summary>The class that becomes a model.</summary>
internal sealed record ClassDeclaration
{
    /// <summary>The name as it is, for messages and for Keras's name.</summary>
    public required string Name { get; init; }

    /// <summary>The name as C# wants it: <c>@class</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>Its type parameters as C# wants them, <c>&lt;T&gt;</c>; empty for a class without.</summary>
    public required string TypeParameters { get; init; }

    /// <summary>The namespace as C# wants it; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The full name in metadata, <c>Space.Outer`1+Name</c>: what the generated file is named after.</summary>
    public required string MetadataName { get; init; }

    public required bool IsPartial { get; init; }

    /// <summary>Whether its author documents it with a summary, beside which there can be no other one.</summary>
    public bool HasSummary { get; init; }

    /// <summary>The types that it is declared in, the outermost first.</summary>
    public required EquatableArray<OuterType> Outers { get; init; }

    /// <summary>The parts of the class and of these, as the author wrote them; only of a class that is read with its places.</summary>
    public EquatableArray<TypePart> Parts { get; init; }

    /// <summary>What keeps it from being an ordinary class: "static", "a record".</summary>
    public string? UnsupportedKind { get; init; }

    /// <summary>A base class of its own.</summary>
    public string? BaseClass { get; init; }

    /// <summary>Whether the base class is unknown to the compiler, which reports that.</summary>
    public bool HasBrokenBaseClass { get; init; }

    /// <summary>Its own members that are, or could be, in the way of generated ones.</summary>
    public required EquatableArray<OwnMember> Members { get; init; }

    /// <summary>Those of <see cref="Aliases.Names"/> that mean something else in it, or that its generated file cannot give.</summary>
    public required EquatableArray<string> ObstructedAliases { get; init; }

    /// <summary>Whether a constructor of its own keeps the generated one from creating the layers.</summary>
    public bool HasConstructorClash => Members.Any(static member => member.IsConstructor);

    /// <summary>Whether a generated part can be added to it at all.</summary>
    public bool CanBeExtended =>
        IsPartial && Outers.All(static outer => outer.IsPartial) && UnsupportedKind is null && BaseClass is null && !HasBrokenBaseClass;
}

/// <summary>What the project offers to generated code.</summary>
/// <param name="Torches">The assemblies that bring a TorchSharp.</param>
/// <param name="MissingRuntimeType">The first type that the referenced CnnGen lacks.</param>
/// <param name="OldLanguageVersion">The C# version, where it is too old.</param>
internal sealed record ProjectFacts(EquatableArray<string> Torches, string? MissingRuntimeType, string? OldLanguageVersion)
{
    /// <summary>Whether generated code can name TorchSharp's types: of two it would not be clear whose.</summary>
    public bool HasTorch => Torches.Count == 1;
}
