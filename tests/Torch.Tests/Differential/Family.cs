using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

/// <summary>Random cases of one kind of operation.</summary>
/// <param name="Name">What a failing test calls it.</param>
/// <param name="Cases">How many of them a run draws.</param>
/// <param name="Draw">Draws one.</param>
internal sealed record Family(string Name, int Cases, Func<Any, Trial> Draw)
{
    public static IReadOnlyList<Family> All { get; } =
    [
        .. ConvolutionCases.Families, .. PoolingCases.Families, .. NormalizationCases.Families, .. ProductCases.Families,
        .. ActivationCases.Families, .. ArithmeticCases.Families, .. ReductionCases.Families, .. ShapeCases.Families,
        .. ImageCases.Families, .. LossCases.Families, .. LayerCases.Families, .. MixedTypeCases.Families, .. IndexCases.Families,
    ];

    public static Family Named(string name) => All.Single(family => family.Name == name);
}
