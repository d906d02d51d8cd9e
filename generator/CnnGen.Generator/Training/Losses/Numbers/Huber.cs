using System.Collections.Generic;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Losses;

/// <summary>
/// Half the squared difference up to <see cref="Delta"/>, straight and as steep as there beyond. Keras: <c>Huber</c> in
/// <c>keras/losses/losses.py</c>.
/// </summary>
internal sealed record Huber : NumberLoss
{
    public double Delta { get; init; } = 1;

    public override IReadOnlyList<string> OwnArguments => ["Delta"];

    protected override IReadOnlyList<double?> OwnValues => [Delta];

    public override LossKind Read(Arguments arguments) =>
        this with { Delta = arguments.Real("Delta", Delta, static value => value > 0, "larger than 0") };

    public override TensorCode Losses(TrainingTerms terms) =>
        $"{Torch.Functional}.huber_loss({terms.Outputs}, {terms.Targets}, {Literals.Double(Delta)}, {Torch.Nn}.Reduction.None)";

    public override TensorCode Code(TrainingTerms terms) =>
        $"{Torch.Functional}.huber_loss({terms.Outputs}, {terms.Targets}, {Literals.Double(Delta)})";
}
