using System.Collections.Generic;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Optimizers;

/// <summary>Gradient descent, with momentum if asked for. Keras: <c>keras/optimizers/sgd.py</c>.</summary>
internal sealed record SGD : TorchOptimizer
{
    public double Momentum { get; init; }

    public bool Nesterov { get; init; }

    public override double DefaultLearningRate => 0.01;

    public override IReadOnlyList<string> OwnArguments => ["Momentum", "Nesterov"];

    protected override IReadOnlyList<double> OwnValues => [Momentum, Nesterov ? 1 : 0];

    protected override IEnumerable<string> Settings => [$"momentum: {Literals.Double(Momentum)}", $"nesterov: {Literals.Boolean(Nesterov)}"];

    protected override OptimizerKind ReadOwn(Arguments arguments)
    {
        SGD optimizer = this with { Momentum = ReadMomentum(arguments), Nesterov = arguments.Flag("Nesterov", false) };

        // PyTorch refuses to look ahead along a momentum of nothing.
        if (optimizer is { Nesterov: true, Momentum: 0 })
        {
            arguments.OutOfRange("Nesterov", "false without a Momentum larger than 0", "true");
        }

        return optimizer;
    }
}
