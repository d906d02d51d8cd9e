using System;
using System.Collections.Generic;
using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>Keras's start values for a kernel and a bias: <c>keras/initializers/initializers.py</c>.</summary>
internal static class KernelCode
{
    // The standard deviation of a normal distribution cut off at two of them; Keras divides by it to make up for the cut.
    private const double TruncatedDeviation = 0.87962566103423978;

    // The share of a normal distribution that lies within two standard deviations: erf(√2).
    private const double WithinTwoDeviations = 0.95449973610364158;

    /// <param name="field">The module.</param>
    /// <param name="initializer">Of the kernel.</param>
    /// <param name="fanIn">Values that one output is a sum of.</param>
    /// <param name="fanOut">Outputs that one value goes into.</param>
    /// <param name="useBias">Whether there is a bias; it starts at zero.</param>
    public static IReadOnlyList<string> Initialise(string field, Initializer initializer, long fanIn, long fanOut, bool useBias)
    {
        var statements = new List<string> { Kernel($"{field}.weight!", initializer, fanIn, fanOut) };
        if (useBias)
        {
            statements.Add($"{Torch.Init}.zeros_({field}.bias!);");
        }

        return statements;
    }

    private static string Kernel(string weight, Initializer initializer, long fanIn, long fanOut) => initializer switch
    {
        Initializer.GlorotNormal => TruncatedNormal(weight, Math.Sqrt(2.0 / (fanIn + (double)fanOut))),
        Initializer.HeUniform => Uniform(weight, Math.Sqrt(6.0 / fanIn)),
        Initializer.HeNormal => TruncatedNormal(weight, Math.Sqrt(2.0 / fanIn)),
        Initializer.Zeros => $"{Torch.Init}.zeros_({weight});",
        _ => $"{Torch.Init}.xavier_uniform_({weight});",
    };

    private static string Uniform(string weight, double limit) =>
        $"{Torch.Init}.uniform_({weight}, {Literals.Double(-limit)}, {Literals.Double(limit)});";

    // Uniform numbers through the inverse of the normal distribution, cut off at two deviations. TorchSharp 0.107 has a
    // trunc_normal_, but it gives every weight the same value.
    private static string TruncatedNormal(string weight, double deviation) =>
        Uniform($"{weight}.detach()", WithinTwoDeviations).TrimEnd(';')
        + $".erfinv_().mul_({Literals.Double(Math.Sqrt(2) * deviation / TruncatedDeviation)});";
}
