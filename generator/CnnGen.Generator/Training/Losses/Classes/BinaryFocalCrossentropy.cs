using System.Collections.Generic;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Losses;

/// <summary>
/// The binary crossentropy times (1 − probability of what is right) to the power of <see cref="Gamma"/>; <see cref="Alpha"/> weighs
/// ones against zeros only where that is asked for. Keras: <c>binary_focal_crossentropy</c> in <c>keras/losses/losses.py</c>.
/// </summary>
internal sealed record BinaryFocalCrossentropy : BinaryLoss
{
    public double Gamma { get; init; } = FocalCode.Gamma;

    /// <summary>The weight of a one, a zero having the rest; <see langword="null"/> without weights.</summary>
    public double? Alpha { get; init; }

    public override Loss? BehindSoftmax => Loss.CategoricalFocalCrossentropy;

    public override IReadOnlyList<string> OwnArguments => FocalCode.Arguments;

    protected override IReadOnlyList<double?> OwnValues => [Alpha, Gamma];

    public override LossKind Read(Arguments arguments) => this with
    {
        Gamma = FocalCode.ReadGamma(arguments),
        Alpha = arguments.Has("Alpha") ? FocalCode.ReadAlpha(arguments) : null,
    };

    public override TensorCode Losses(TrainingTerms terms)
    {
        string value = $"((1.0 - right).pow({Literals.Double(Gamma)}) * losses)";
        return new TensorCode(
            [
                $"var losses = {Torch.Functional}.binary_cross_entropy_with_logits({terms.Logits}, {terms.Targets}, null, {Torch.Nn}.Reduction.None);",
                $"var ones = {Torch.Root}.sigmoid({terms.Logits});",
                $"var right = {terms.Targets} * ones + (1.0 - {terms.Targets}) * (1.0 - ones);",
            ],
            Alpha is { } alpha
                ? $"({Weight(terms, alpha)} * {value})"
                : $"{value}");
    }

    private static string Weight(TrainingTerms terms, double alpha) =>
        $"({terms.Targets} * {Literals.Double(alpha)} + (1.0 - {terms.Targets}) * (1.0 - {Literals.Double(alpha)}))";
}
