using System.Collections.Generic;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Optimizers;

/// <summary>Steps of one size in the direction of the running mean's sign. Keras: <c>keras/optimizers/lion.py</c>.</summary>
internal sealed record Lion : WrittenOptimizer
{
    public double Beta1 { get; init; }

    public double Beta2 { get; init; }

    public override IReadOnlyList<string> OwnArguments => ["Beta1", "Beta2"];

    protected override IReadOnlyList<double> OwnValues => [Beta1, Beta2];

    public override IReadOnlyList<(string Name, double Start)> Slots => [("mean", 0)];

    public override IReadOnlyList<string> Update =>
    [
        $"weight.sub_((mean * {Literals.Double(Beta1)} + gradient * (1.0 - {Literals.Double(Beta1)})).sign() * LearningRate);",
        Average("mean", Literals.Double(Beta2), "gradient"),
    ];

    protected override OptimizerKind ReadOwn(Arguments arguments) =>
        this with { Beta1 = ReadShare(arguments, "Beta1", 0.9), Beta2 = ReadShare(arguments, "Beta2", 0.99) };
}
