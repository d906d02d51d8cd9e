using System.Collections.Generic;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Optimizers;

/// <summary>
/// Steps that become smaller with the sum of the squared gradients. Keras: <c>keras/optimizers/adagrad.py</c>; PyTorch's adds its
/// epsilon to the root, Keras's to what the root is of.
/// </summary>
internal sealed record Adagrad : WrittenOptimizer
{
    public double InitialAccumulatorValue { get; init; }

    public double Epsilon { get; init; }

    public override IReadOnlyList<string> OwnArguments => ["InitialAccumulatorValue", "Epsilon"];

    protected override IReadOnlyList<double> OwnValues => [InitialAccumulatorValue, Epsilon];

    public override IReadOnlyList<(string Name, double Start)> Slots => [("squares", InitialAccumulatorValue)];

    public override IReadOnlyList<string> Update =>
    [
        "squares.add_(gradient.square());",
        $"weight.sub_(gradient * LearningRate / (squares + {Literals.Double(Epsilon)}).sqrt());",
    ];

    protected override OptimizerKind ReadOwn(Arguments arguments) => this with
    {
        InitialAccumulatorValue = arguments.Real("InitialAccumulatorValue", 0.1, static value => value >= 0, "at least 0"),
        Epsilon = ReadEpsilon(arguments),
    };
}
