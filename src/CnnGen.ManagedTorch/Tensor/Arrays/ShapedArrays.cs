namespace CnnGen.ManagedTorch;

/// <summary>.NET arrays of several dimensions, made without reflection.</summary>
internal static class ShapedArrays
{
    public static Array Create<T>(ReadOnlySpan<long> shape) =>
        shape.Length switch
        {
            2 => new T[shape[0], shape[1]],
            3 => new T[shape[0], shape[1], shape[2]],
            4 => new T[shape[0], shape[1], shape[2], shape[3]],
            _ => throw new NotSupportedException($"ToNDArray() supports up to 4 dimensions; this tensor has {shape.Length}. Use ToArray()."),
        };
}
