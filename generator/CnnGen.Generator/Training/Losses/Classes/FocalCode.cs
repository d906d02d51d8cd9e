using System.Collections.Generic;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Training.Losses;

/// <summary>The arguments of the focal losses, which count less what is nearly right: <c>keras/losses/losses.py</c>.</summary>
internal static class FocalCode
{
    public static readonly IReadOnlyList<string> Arguments = ["Alpha", "Gamma"];

    /// <summary>The weight of the right class.</summary>
    public const double Alpha = 0.25;

    /// <summary>The power to which the missing probability is raised.</summary>
    public const double Gamma = 2;

    public static double ReadAlpha(Arguments arguments) =>
        arguments.Real("Alpha", Alpha, static value => value is > 0 and <= 1, "larger than 0 and at most 1");

    public static double ReadGamma(Arguments arguments) => arguments.Real("Gamma", Gamma, static value => value >= 0, "at least 0");
}
