using System.Collections.Generic;

namespace CnnGen.Generator.Layers.Normalization;

/// <summary>The learned factor and shift behind a normalization. PyTorch's modules have both or neither.</summary>
internal static class AffineCode
{
    /// <summary>The last argument of a factory, where it is not its default.</summary>
    public static string Argument(bool center, bool scale) => center || scale ? "" : ", affine: false";

    /// <summary>The one that Keras leaves out stays at its neutral start value.</summary>
    public static IReadOnlyList<string> Freeze(string field, bool center, bool scale) => (center, scale) switch
    {
        (false, true) => [$"{field}.bias.requires_grad = false;"],
        (true, false) => [$"{field}.weight.requires_grad = false;"],
        _ => [],
    };
}
