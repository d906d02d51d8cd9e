using CnnGen.Generator.Text;
using CnnGen.Generator.Training.Schedules;

namespace CnnGen.Generator.Training;

/// <summary>A checked [Training]: every default filled in, the losses chosen.</summary>
internal sealed record TrainingPlan
{
    public required OptimizerKind Optimizer { get; init; }

    /// <summary>How each output is trained, in the order of the network's outputs.</summary>
    public required EquatableArray<OutputPlan> Outputs { get; init; }

    public required ScheduleKind Schedule { get; init; }

    /// <summary>The length that gradients are cut to; zero for none.</summary>
    public required double ClipNorm { get; init; }

    /// <summary>Steps to an update.</summary>
    public required int AccumulateSteps { get; init; }

    public required int BatchSize { get; init; }

    public required int Epochs { get; init; }

    public required double ValidationSplit { get; init; }

    public required bool Shuffle { get; init; }

    public required int? Seed { get; init; }
}
