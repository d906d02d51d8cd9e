using System.Collections.Generic;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Optimizers;

/// <summary>Steps in the proportion of what the last ones were to what the gradients were. Keras: <c>keras/optimizers/adadelta.py</c>.</summary>
internal sealed record Adadelta : WrittenOptimizer
{
    public double Rho { get; init; }

    public double Epsilon { get; init; }

    public override IReadOnlyList<string> OwnArguments => ["Rho", "Epsilon"];

    protected override IReadOnlyList<double> OwnValues => [Rho, Epsilon];

    public override IReadOnlyList<(string Name, double Start)> Slots => [("squares", 0), ("steps", 0)];

    public override IReadOnlyList<string> Update =>
    [
        Average("squares", Literals.Double(Rho), "gradient.square()"),
        $"var change = gradient * (steps + {Literals.Double(Epsilon)}).sqrt() / (squares + {Literals.Double(Epsilon)}).sqrt();",
        Average("steps", Literals.Double(Rho), "change.square()"),
        "weight.sub_(change * LearningRate);",
    ];

    protected override OptimizerKind ReadOwn(Arguments arguments) =>
        this with { Rho = ReadShare(arguments, "Rho", 0.95), Epsilon = ReadEpsilon(arguments) };
}
