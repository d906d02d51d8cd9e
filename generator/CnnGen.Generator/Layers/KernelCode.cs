using System;
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

    // The standard deviation, and the largest number, of Keras's plain random initializers.
    private const double RandomSpread = 0.05;

    /// <summary>The statement that gives a kernel its start values.</summary>
    /// <param name="field">The module.</param>
    /// <param name="initializer">How.</param>
    /// <param name="fanIn">Values that one output is a sum of.</param>
    /// <param name="fanOut">Outputs that one value goes into.</param>
    /// <param name="areTorchs">Whether PyTorch counts the same from the weight's shape, which it does not for depthwise kernels.</param>
    public static string Kernel(string field, Initializer initializer, long fanIn, long fanOut, bool areTorchs = true) =>
        initializer == Initializer.GlorotUniform && areTorchs
            ? $"{Torch.Init}.xavier_uniform_({field}.weight!);"
            : Fill($"{field}.weight!", initializer, fanIn, fanOut);

    /// <summary>The statement that gives a bias its start values; Keras counts one value in and one out.</summary>
    public static string Bias(string field, Initializer initializer) => Fill($"{field}.bias!", initializer, 1, 1);

    private static string Fill(string weight, Initializer initializer, long fanIn, long fanOut) => initializer switch
    {
        Initializer.GlorotUniform => Uniform(weight, Math.Sqrt(6.0 / (fanIn + (double)fanOut))),
        Initializer.GlorotNormal => TruncatedNormal(weight, Math.Sqrt(2.0 / (fanIn + (double)fanOut)) / TruncatedDeviation),
        Initializer.HeUniform => Uniform(weight, Math.Sqrt(6.0 / fanIn)),
        Initializer.HeNormal => TruncatedNormal(weight, Math.Sqrt(2.0 / fanIn) / TruncatedDeviation),
        Initializer.LecunUniform => Uniform(weight, Math.Sqrt(3.0 / fanIn)),
        Initializer.LecunNormal => TruncatedNormal(weight, Math.Sqrt(1.0 / fanIn) / TruncatedDeviation),
        Initializer.Ones => $"{Torch.Init}.ones_({weight});",
        Initializer.RandomUniform => Uniform(weight, RandomSpread),
        Initializer.RandomNormal => $"{Torch.Init}.normal_({weight}, 0.0, {Literals.Double(RandomSpread)});",
        Initializer.TruncatedNormal => TruncatedNormal(weight, RandomSpread),
        _ => $"{Torch.Init}.zeros_({weight});",
    };

    private static string Uniform(string weight, double limit) =>
        $"{Torch.Init}.uniform_({weight}, {Literals.Double(-limit)}, {Literals.Double(limit)});";

    // Uniform numbers through the inverse of the normal distribution, cut off at two deviations. TorchSharp 0.107 has a
    // trunc_normal_, but it gives every weight the same value.
    private static string TruncatedNormal(string weight, double deviation) =>
        Uniform($"{weight}.detach()", WithinTwoDeviations).TrimEnd(';')
        + $".erfinv_().mul_({Literals.Double(Math.Sqrt(2) * deviation)});";
}
