using CnnGen.Generator.Common;

namespace CnnGen.Generator.Graph;

/// <summary>What is to be written for a class: all that the emitter gets. It holds no position, so moved text writes nothing anew.</summary>
internal sealed record ModelPlan
{
    public required string Namespace { get; init; }

    public required string Identifier { get; init; }

    /// <summary><c>&lt;T&gt;</c>, or nothing.</summary>
    public required string TypeParameters { get; init; }

    /// <summary>How the types around the class are opened again, the outermost first.</summary>
    public required EquatableArray<string> Outers { get; init; }

    /// <summary>The class as its own code names it.</summary>
    public string Self => Identifier + TypeParameters;

    public required string ClassName { get; init; }

    public required string MetadataName { get; init; }

    /// <summary>Whether the class can derive from TorchSharp's module.</summary>
    public required bool HasTorch { get; init; }

    /// <summary>Whether [Training] is there, right or wrong.</summary>
    public required bool IsTrainable { get; init; }

    /// <summary>How many tensors go in, as far as that is known.</summary>
    public required int Inputs { get; init; }

    /// <summary>How many tensors come out.</summary>
    public required int Outputs { get; init; }

    /// <summary>Whether one goes in and one comes out: only then can data be run through it.</summary>
    public bool IsSingle => Inputs == 1 && Outputs == 1;

    /// <summary>The network; <see langword="null"/> if it has errors, and its members can only throw.</summary>
    public ModelGraph? Graph { get; init; }

    public TrainingPlan? Training { get; init; }

    /// <summary>The ids of its errors.</summary>
    public EquatableArray<string> Errors { get; init; }

    /// <summary>Members that the class has itself although they should be generated.</summary>
    public EquatableArray<string> OwnMembers { get; init; }
}

/// <summary>What a declaration comes to.</summary>
/// <param name="Plan">What to write; <see langword="null"/> where the class cannot be extended.</param>
/// <param name="Problems">What to report.</param>
internal sealed record BuiltModel(ModelPlan? Plan, EquatableArray<Problem> Problems);
