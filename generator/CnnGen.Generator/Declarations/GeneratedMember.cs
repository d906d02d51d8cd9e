namespace CnnGen.Generator.Declarations;

/// <summary>Which models a generated member belongs to.</summary>
internal enum MemberGroup
{
    /// <summary>Every model.</summary>
    Network,

    /// <summary>Every model: what it says of examples.</summary>
    Inference,

    /// <summary>Models whose one input is an image.</summary>
    Images,

    /// <summary>Models of one input and one output.</summary>
    Single,

    /// <summary>Models with [Training].</summary>
    Training,

    /// <summary>Every model; how it is declared depends on the number of tensors.</summary>
    Tensors,

    /// <summary>Private ones.</summary>
    Private,
}

/// <summary>A member that CnnGen generates: what the emitters write, what a model with errors has in its place, and a name that is taken.</summary>
/// <param name="Group">Which models have it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">The full types of a method's parameters, with commas; <see langword="null"/> for what is no method.</param>
internal sealed record GeneratedMember(MemberGroup Group, string Name, string? Parameters = null)
{
    /// <summary>Its declaration up to the value or the body; empty for <see cref="MemberGroup.Tensors"/> and private ones.</summary>
    public string Signature { get; init; } = "";

    /// <summary>What it is, for readers of the model.</summary>
    public string Documentation { get; init; } = "";

    /// <summary>The value of a constant in a model with errors; <see langword="null"/> for what throws there.</summary>
    public string? Nothing { get; init; }
}
