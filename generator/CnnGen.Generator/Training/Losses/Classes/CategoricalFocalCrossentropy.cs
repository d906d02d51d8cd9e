using System.Collections.Generic;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Losses;

/// <summary>
/// −Σ alpha·(1 − probability)^gamma·target·log(probability). Keras: <c>categorical_focal_crossentropy</c> in
/// <c>keras/losses/losses.py</c>.
/// </summary>
internal sealed record CategoricalFocalCrossentropy : ClassLoss
{
    public double Alpha { get; init; } = FocalCode.Alpha;

    public double Gamma { get; init; } = FocalCode.Gamma;

    public override string Wanted => "one-hot vectors";

    public override bool Takes(LabelKind labels, int classes) => labels == LabelKind.OneHot;

    public override IReadOnlyList<string> OwnArguments => FocalCode.Arguments;

    protected override IReadOnlyList<double?> OwnValues => [Alpha, Gamma];

    public override LossKind Read(Arguments arguments) =>
        this with { Alpha = FocalCode.ReadAlpha(arguments), Gamma = FocalCode.ReadGamma(arguments) };

    public override TensorCode Losses(TrainingTerms terms) => new(
        [$"var logs = {Torch.Functional}.log_softmax({terms.Logits}, 1);"],
        $"(({terms.Targets} * (1.0 - logs.exp()).pow({Literals.Double(Gamma)}) * logs).sum(1) * -{Literals.Double(Alpha)})");
}
