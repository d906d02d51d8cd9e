using System.Globalization;

namespace CnnGen.Torch.Tests.Checking;

/// <summary>C# values as Python writes them.</summary>
internal static class Python
{
    public static string Of(bool value) => value ? "True" : "False";

    public static string Of(double value) => value switch
    {
        double.PositiveInfinity => "float('inf')",
        double.NegativeInfinity => "float('-inf')",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    public static string Of(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "None";

    public static string Of(params long[] values) => $"({string.Concat(values.Select(value => $"{value}, "))})";
}
