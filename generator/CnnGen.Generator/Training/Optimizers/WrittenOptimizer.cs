using System.Collections.Generic;

namespace CnnGen.Generator.Training.Optimizers;

/// <summary>
/// An optimizer that TorchSharp lacks, or has with other arithmetic than Keras's: generated code takes the steps itself. In its code
/// <c>weight</c> and <c>gradient</c> are one parameter's tensors, <c>_step</c> is the number of the step, from 1.
/// </summary>
internal abstract record WrittenOptimizer : OptimizerKind
{
    /// <summary>The nested class that generated code has for it.</summary>
    public const string ClassName = "OwnOptimizer";

    public override string Creation => $"new {ClassName}(parameters(), learningRate)";

    /// <summary>The tensors that it keeps for each parameter, and what they are filled with at the start.</summary>
    public abstract IReadOnlyList<(string Name, double Start)> Slots { get; }

    /// <summary>A number that it keeps for all of them: its field, and what it is at the start.</summary>
    public virtual (string Name, double Start)? Kept => null;

    /// <summary>What a step does once, before the parameters.</summary>
    public virtual IReadOnlyList<string> Once => [];

    /// <summary>What a step does with each parameter; its slots are local variables.</summary>
    public abstract IReadOnlyList<string> Update { get; }

    /// <summary>Moves a running mean towards a value.</summary>
    protected static string Average(string slot, string share, string value) => $"{slot}.mul_({share}).add_({value} * (1.0 - {share}));";
}
