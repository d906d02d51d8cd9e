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
    /// <exception cref="ExternalException">There is not that much; PyTorch says the same.</exception>
    public static void* Allocate(long bytes)
    {
        void* block;
        try
        {
            block = NativeMemory.AlignedAlloc(checked((nuint)bytes), Alignment);
        }
        catch (Exception error) when (error is OutOfMemoryException or OverflowException)
        {
            throw NoRoom(bytes);
        }

        if (s_advises && bytes >= LeastAdvised) Advise((nuint)block, (nuint)bytes);
        return block;
    }

    /// <summary>The error of a block that is not to be had.</summary>
    public static ExternalException NoRoom(long bytes) =>
        TorchError.Create($"DefaultCPUAllocator: can't allocate memory: you tried to allocate {bytes} bytes. Error code 12 (Cannot allocate memory)");

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
