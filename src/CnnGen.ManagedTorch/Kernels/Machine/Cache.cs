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
}
