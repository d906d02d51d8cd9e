namespace CnnGen.ManagedTorch;

/// <summary>Arguments that are one number for both axes or one for each.</summary>
internal static class Pairs
{
    public static (long H, long W) From(ReadOnlySpan<long> values, string name) =>
        values.Length switch
        {
            1 => (values[0], values[0]),
            2 => (values[0], values[1]),
            _ => throw new ArgumentException($"{name} must be one number or two (height, width), but {values.Length} are given."),
        };

    public static (long H, long W) From(long[]? values, (long, long) otherwise, string name) =>
        values is null || values.Length == 0 ? otherwise : From(values, name);
}
