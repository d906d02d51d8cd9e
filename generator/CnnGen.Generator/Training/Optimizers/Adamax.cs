using System.Collections.Generic;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Optimizers;

/// <summary>Adam with the largest gradient in place of the mean square. Keras: <c>keras/optimizers/adamax.py</c>.</summary>
internal sealed record Adamax : WrittenOptimizer
{
    public double Beta1 { get; init; }

    public double Beta2 { get; init; }

    public double Epsilon { get; init; }

    public override IReadOnlyList<string> OwnArguments => ["Beta1", "Beta2", "Epsilon"];

    protected override IReadOnlyList<double> OwnValues => [Beta1, Beta2, Epsilon];

    public override IReadOnlyList<(string Name, double Start)> Slots => [("mean", 0), ("largest", 0)];

    public override IReadOnlyList<string> Once =>
        [$"double rate = LearningRate / (1.0 - global::System.Math.Pow({Literals.Double(Beta1)}, _step));"];

    public override IReadOnlyList<string> Update =>
    [
        Average("mean", Literals.Double(Beta1), "gradient"),
        $"largest.copy_({Torch.Root}.maximum(largest * {Literals.Double(Beta2)}, gradient.abs()));",
        $"weight.sub_(mean * rate / (largest + {Literals.Double(Epsilon)}));",
    ];

    protected override OptimizerKind ReadOwn(Arguments arguments) => this with
    {
        Beta1 = ReadShare(arguments, "Beta1", 0.9),
        Beta2 = ReadShare(arguments, "Beta2", 0.999),
        Epsilon = ReadEpsilon(arguments),
    };
}
