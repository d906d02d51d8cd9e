using System.Globalization;

namespace CnnGen.Torch.Tests.Checking;

/// <summary>C# values as Python writes them.</summary>
internal static class Python
{
    public static string Of(bool value) => value ? "True" : "False";

    public static string Of(double value) =>
        double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : $"float('{value.ToString(CultureInfo.InvariantCulture).Replace("∞", "inf", StringComparison.Ordinal).Replace("Infinity", "inf", StringComparison.Ordinal)}')";

    public static string Of(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "None";

    public static string Of(params long[] values) => $"({string.Concat(values.Select(value => $"{value}, "))})";
}
