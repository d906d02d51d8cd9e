namespace CnnGen.Generator.Graph;

/// <summary>A checked [Training]: every default filled in, the loss chosen.</summary>
internal sealed record TrainingPlan
{
    public required Optimizer Optimizer { get; init; }

    public required double LearningRate { get; init; }

    public required double Momentum { get; init; }

    public required bool Nesterov { get; init; }

    public required double WeightDecay { get; init; }

    public required double Rho { get; init; }

    public required double Beta1 { get; init; }

    public required double Beta2 { get; init; }

    public required double Epsilon { get; init; }

    public Loss Loss { get; init; }

    public Metrics Metrics { get; init; }

    public LabelKind Labels { get; init; }

    public int BatchSize { get; init; }

    public int Epochs { get; init; }

    public double ValidationSplit { get; init; }

    public bool Shuffle { get; init; }

    public int? Seed { get; init; }
}
