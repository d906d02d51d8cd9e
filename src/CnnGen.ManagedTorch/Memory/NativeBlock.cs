using System.Runtime.InteropServices;

namespace CnnGen.ManagedTorch.Memory;

/// <summary>
/// Memory from the operating system. Large blocks are asked for in pages of 2 MB where Linux offers them: a kernel walks
/// through more pages of 4 KB at once than the processor keeps addresses for.
/// </summary>
internal static unsafe partial class NativeBlock
{
    private const nuint Alignment = 64;
    private const nuint HugePage = 2 << 20;
    private const long LeastAdvised = 2 << 20;

    /// <summary>Linux's number for "huge pages here, please".</summary>
    private const int AdviseHugePages = 14;

    private static bool s_advises = OperatingSystem.IsLinux();

    /// <summary>Memory that begins at a cache line, with anything in it.</summary>
    public static void* Allocate(long bytes)
    {
        var block = NativeMemory.AlignedAlloc(checked((nuint)bytes), Alignment);
        if (s_advises && bytes >= LeastAdvised) Advise((nuint)block, (nuint)bytes);
        return block;
    }

    /// <summary>Gives back what <see cref="Allocate"/> gave.</summary>
    public static void Free(void* block) => NativeMemory.AlignedFree(block);

    // The whole pages within the block: blocks that all began at one would share sets of the caches. An advice that is
    // not taken changes nothing but speed; a C library without the function is not asked again.
    private static void Advise(nuint block, nuint size)
    {
        var first = (block + HugePage - 1) & ~(HugePage - 1);
        var end = (block + size) & ~(HugePage - 1);
        if (end <= first) return;
        try
        {
            _ = madvise((void*)first, end - first, AdviseHugePages);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            s_advises = false;
        }
    }

    [LibraryImport("libc")]
    private static partial int madvise(void* address, nuint length, int advice);
}
