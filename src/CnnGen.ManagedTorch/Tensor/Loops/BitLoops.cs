using System.Numerics.Tensors;

namespace CnnGen.ManagedTorch;

/// <summary>Bits of dense memory; how many of them make a number is all the same.</summary>
internal static unsafe class BitLoops
{
    /// <summary>Bytes of one call: as many as a span holds.</summary>
    private const int Run = 1 << 30;

    public static void And(long bytes, byte* a, byte* b, byte* y)
    {
        for (long i = 0; i < bytes; i += Run) TensorPrimitives.BitwiseAnd<byte>(Part(a, i, bytes), Part(b, i, bytes), Part(y, i, bytes));
    }

    public static void Or(long bytes, byte* a, byte* b, byte* y)
    {
        for (long i = 0; i < bytes; i += Run) TensorPrimitives.BitwiseOr<byte>(Part(a, i, bytes), Part(b, i, bytes), Part(y, i, bytes));
    }

    public static void Not(long bytes, byte* x, byte* y)
    {
        for (long i = 0; i < bytes; i += Run) TensorPrimitives.OnesComplement<byte>(Part(x, i, bytes), Part(y, i, bytes));
    }

    private static Span<byte> Part(byte* start, long from, long end) => new(start + from, (int)Math.Min(Run, end - from));
}
