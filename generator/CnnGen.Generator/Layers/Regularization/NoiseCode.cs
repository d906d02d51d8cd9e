using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Regularization;

/// <summary>What dropouts that drop more than single values have in common.</summary>
internal static class NoiseCode
{
    /// <summary>In training the values of a share of the places zero and the others scaled up; in inference all as they are.</summary>
    /// <param name="value">The values.</param>
    /// <param name="sizes">The places: along an axis of one, all values share theirs.</param>
    /// <param name="rate">The share.</param>
    public static string Dropped(string value, string sizes, double rate)
    {
        double kept = rate < 1 ? (double)((DecimalNumber)1 - rate) : 1;
        string draw = $"{Torch.Root}.rand(new long[] {{ {sizes} }}, {Torch.Root}.ScalarType.Float32, {value}.device)";
        return $"training ? {value} * {draw}.ge({Literals.Double(rate)}).to({Torch.Root}.ScalarType.Float32) / {Literals.Double(kept)} : {value}.alias()";
    }
}
