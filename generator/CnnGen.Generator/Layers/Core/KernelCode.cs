using System;
using CnnGen.Generator.Language;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Core;

/// <summary>Keras's start values for a kernel and a bias: <c>keras/initializers/initializers.py</c>.</summary>
internal static class KernelCode
{
    // The standard deviation of a normal distribution cut off at two of them; Keras divides by it to make up for the cut.
    private const double TruncatedDeviation = 0.87962566103423978;

    // The share of a normal distribution that lies within two standard deviations: erf(√2).
    private const double WithinTwoDeviations = 0.95449973610364158;

    /// <summary>The statement that gives a kernel its start values.</summary>
    /// <param name="field">The module.</param>
    /// <param name="start">How.</param>
    /// <param name="fanIn">Values that one output is a sum of.</param>
    /// <param name="fanOut">Outputs that one value goes into.</param>
    /// <param name="areTorchs">Whether PyTorch counts the same from the weight's shape, which it does not for depthwise kernels.</param>
    public static string Kernel(string field, StartValues start, long fanIn, long fanOut, bool areTorchs = true) =>
        start.Initializer == Initializer.GlorotUniform && areTorchs
            ? $"{Torch.Init}.xavier_uniform_({field}.weight);"
            : Fill($"{field}.weight", start, fanIn, fanOut);

    /// <summary>The statement that gives a bias its start values; Keras takes all of them for fan in and fan out.</summary>
    public static string Bias(string field, StartValues start, long units) => Fill($"{field}.bias", start, units, units);

    /// <summary>What fills a tensor with a matrix of right angles.</summary>
    public static string Orthogonal(string tensor, double gain) =>
        $"{Torch.Init}.orthogonal_({tensor}{(gain == 1 ? "" : $", {Literals.Double(gain)}")})";

    private static string Fill(string weight, StartValues start, long fanIn, long fanOut) => start.Initializer switch
    {
        Initializer.GlorotUniform => Uniform(weight, Math.Sqrt(6.0 / (fanIn + (double)fanOut))),
        Initializer.GlorotNormal => TruncatedNormal(weight, Math.Sqrt(2.0 / (fanIn + (double)fanOut)) / TruncatedDeviation),
        Initializer.HeUniform => Uniform(weight, Math.Sqrt(6.0 / fanIn)),
        Initializer.HeNormal => TruncatedNormal(weight, Math.Sqrt(2.0 / fanIn) / TruncatedDeviation),
        Initializer.LecunUniform => Uniform(weight, Math.Sqrt(3.0 / fanIn)),
        Initializer.LecunNormal => TruncatedNormal(weight, Math.Sqrt(1.0 / fanIn) / TruncatedDeviation),
        Initializer.Ones => $"{Torch.Init}.ones_({weight});",
        Initializer.RandomUniform => Uniform(weight, start.Number),
        Initializer.RandomNormal => Normal(weight, start.Number),
        Initializer.TruncatedNormal => TruncatedNormal(weight, start.Number),
        Initializer.VarianceScaling => Scaled(weight, start, fanIn, fanOut),
        Initializer.Orthogonal => Orthogonal(weight, start.Number) + ";",
        Initializer.Identity => start.Number == 1
            ? $"{Torch.Init}.eye_({weight});"
            : $"{Torch.Init}.eye_({weight}.detach()).mul_({Literals.Double(start.Number)});",
        Initializer.Constant => $"{Torch.Init}.constant_({weight}, {Literals.Double(start.Number)});",
        _ => $"{Torch.Init}.zeros_({weight});",
    };

    private static string Scaled(string weight, StartValues start, long fanIn, long fanOut)
    {
        double variance = start.Number / (start.Mode switch
        {
            FanMode.FanIn => fanIn,
            FanMode.FanOut => fanOut,
            _ => (fanIn + (double)fanOut) / 2,
        });
        return start.Distribution switch
        {
            Distribution.TruncatedNormal => TruncatedNormal(weight, Math.Sqrt(variance) / TruncatedDeviation),
            Distribution.UntruncatedNormal => Normal(weight, Math.Sqrt(variance)),
            _ => Uniform(weight, Math.Sqrt(3 * variance)),
        };
    }

    private static string Normal(string weight, double deviation) => $"{Torch.Init}.normal_({weight}, 0.0, {Literals.Double(deviation)});";

    private static string Uniform(string weight, double limit) =>
        $"{Torch.Init}.uniform_({weight}, {Literals.Double(-limit)}, {Literals.Double(limit)});";

    // Uniform numbers through the inverse of the normal distribution, cut off at two deviations. TorchSharp 0.107 has a
    // trunc_normal_, but it gives every weight the same value.
    private static string TruncatedNormal(string weight, double deviation) =>
        Uniform($"{weight}.detach()", WithinTwoDeviations).TrimEnd(';')
        + $".erfinv_().mul_({Literals.Double(Math.Sqrt(2) * deviation)});";
}
