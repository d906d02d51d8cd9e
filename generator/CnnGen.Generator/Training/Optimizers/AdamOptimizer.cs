using System.Collections.Generic;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Optimizers;

/// <summary>What Adam with and without weight decay share. TorchSharp sees to the decay.</summary>
internal abstract record AdamOptimizer : TorchOptimizer
{
    public double Beta1 { get; init; }

    public double Beta2 { get; init; }

    public double Epsilon { get; init; }

    public override IReadOnlyList<string> OwnArguments => ["Beta1", "Beta2", "Epsilon"];

    protected override IReadOnlyList<double> OwnValues => [Beta1, Beta2, Epsilon];

    public override bool DecaysByHand => false;

    protected override IEnumerable<string> Settings =>
    [
        $"beta1: {Literals.Double(Beta1)}", $"beta2: {Literals.Double(Beta2)}", $"eps: {Literals.Double(Epsilon)}",
        $"weight_decay: {Literals.Double(WeightDecay)}",
    ];

    protected override OptimizerKind ReadOwn(Arguments arguments) => this with
    {
        Beta1 = ReadShare(arguments, "Beta1", 0.9),
        Beta2 = ReadShare(arguments, "Beta2", 0.999),
        Epsilon = ReadEpsilon(arguments),
    };
}
