using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Hints to the cache; they never change a result and may name any address.</summary>
internal static unsafe class Cache
{
    /// <summary>Into the second-level cache: the first is full of what is at work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(void* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch1(address);
        }
    }

    /// <summary>Floats of a line.</summary>
    private const int Line = 16;

    /// <summary>More than the second-level caches keep until somebody reads them.</summary>
    private const long LargeFloats = 2L << 20;

    /// <summary>Whether rows are better written past the caches: they are large, and each begins with a line.</summary>
    public static bool IsPassedBy(long rows, int cols, float* target) =>
        rows * cols >= LargeFloats && cols % Line == 0 && (nint)target % (Line * sizeof(float)) == 0;
}
