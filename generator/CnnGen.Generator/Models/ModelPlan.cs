using CnnGen.Generator.Network;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;
using CnnGen.Generator.Training;

namespace CnnGen.Generator.Models;

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

    /// <summary>Whether its author documents it with a summary.</summary>
    public required bool HasSummary { get; init; }

    /// <summary>Those of <see cref="Aliases.Names"/> that mean something else in the class.</summary>
    public required EquatableArray<string> ObstructedAliases { get; init; }

    public required string MetadataName { get; init; }

    /// <summary>Whether the class can derive from TorchSharp's module.</summary>
    public required bool HasTorch { get; init; }

    /// <summary>Whether the constructor without parameters is free to be generated.</summary>
    public required bool HasConstructor { get; init; }

    /// <summary>Whether [Training] is there, right or wrong.</summary>
    public required bool IsTrainable { get; init; }

    /// <summary>How many tensors go in, as far as that is known.</summary>
    public required int Inputs { get; init; }

    /// <summary>How many tensors come out.</summary>
    public required int Outputs { get; init; }

    /// <summary>The names of the inputs, as far as they are known.</summary>
    public required EquatableArray<string> InputNames { get; init; }

    /// <summary>The layers that give the outputs, as far as they are known.</summary>
    public required EquatableArray<string> OutputNames { get; init; }

    /// <summary>What a program gets of each output that asks for a prediction; a class where that is not known.</summary>
    public required EquatableArray<PredictionForm> Predictions { get; init; }

    /// <summary>Whether one goes in and one comes out.</summary>
    public bool IsSingle => Inputs == 1 && Outputs == 1;

    /// <summary>The network; <see langword="null"/> if it has errors, and its members can only throw.</summary>
    public ModelGraph? Graph { get; init; }

    public TrainingPlan? Training { get; init; }

    /// <summary>The ids of its errors.</summary>
    public EquatableArray<string> Errors { get; init; }

    /// <summary>Names that the class has itself, of members that should be generated among them.</summary>
    public EquatableArray<string> OwnMembers { get; init; }
}

/// <summary>What a declaration comes to.</summary>
/// <param name="Plan">What to write; <see langword="null"/> where the class cannot be extended.</param>
/// <param name="Problems">What to report.</param>
internal sealed record BuiltModel(ModelPlan? Plan, EquatableArray<Problem> Problems);
