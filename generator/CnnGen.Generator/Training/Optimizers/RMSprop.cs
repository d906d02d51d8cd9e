using System.Collections.Generic;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Optimizers;

/// <summary>RMSprop. Keras: <c>keras/optimizers/rmsprop.py</c>.</summary>
internal sealed record RMSprop : TorchOptimizer
{
    public double Momentum { get; init; }

    public double Rho { get; init; }

    public double Epsilon { get; init; }

    public override IReadOnlyList<string> OwnArguments => ["Momentum", "Rho", "Epsilon"];

    protected override IReadOnlyList<double> OwnValues => [Momentum, Rho, Epsilon];

    protected override string TorchName => "RMSProp";

    protected override IEnumerable<string> Settings =>
        [$"alpha: {Literals.Double(Rho)}", $"eps: {Literals.Double(Epsilon)}", $"momentum: {Literals.Double(Momentum)}"];

    protected override OptimizerKind ReadOwn(Arguments arguments) => this with
    {
        Momentum = ReadMomentum(arguments),
        Rho = ReadShare(arguments, "Rho", 0.9),
        Epsilon = ReadEpsilon(arguments),
    };
}
