namespace CnnGen.ManagedTorch;

/// <summary>Arguments that are one number for all axes or one for each.</summary>
internal static class AxisArguments
{
    /// <summary>One number for each axis, in an array that nobody changes (<see cref="Dimensions"/>).</summary>
    public static long[] From(ReadOnlySpan<long> values, int axes, string name)
    {
        if (values.Length == axes) return Dimensions.Of(values);
        if (values.Length != 1)
            throw new ArgumentException($"{name} must be one number or {axes}, but {values.Length} are given.");
        return Dimensions.Repeat(values[0], axes);
    }

    /// <summary>As above, or a number that stands for none.</summary>
    public static long[] From(long[]? values, int axes, long otherwise, string name) =>
        values is null || values.Length == 0 ? Dimensions.Repeat(otherwise, axes) : From(values, axes, name);

    public static long[]? From((long, long, long)? values) => values is var (depth, height, width) ? [depth, height, width] : null;

    public static long[]? From((long, long)? values) => values is var (height, width) ? [height, width] : null;

    /// <summary>That number for every axis.</summary>
    public static long[] All(long value, int axes)
    {
        var all = new long[axes];
        Array.Fill(all, value);
        return all;
    }

    public static long[]? All(long? value, int axes) => value is { } number ? All(number, axes) : null;
}
