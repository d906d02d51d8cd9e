using System.ComponentModel;
using System.Runtime.InteropServices;

namespace CnnGen.ManagedTorch.Tests.Kernels;

/// <summary>
/// Memory whose last cache line is followed, on Linux, by a page that nobody may touch: whoever reads or writes there ends the test run, with
/// the kernel's name in what it prints.
/// </summary>
internal sealed unsafe partial class GuardedMemory : IDisposable
{
    private const int Line = 64;
    private const int ReadAndWrite = 3;
    private const int NoAccess = 0;
    private const int PrivateAnonymous = 0x22;

    private static readonly nuint Page = (nuint)Environment.SystemPageSize;

    private readonly nuint _mapped;
    private readonly byte* _start;

    public GuardedMemory(long bytes)
    {
        Room = ((nuint)bytes + Line - 1) / Line * Line;
        if (!OperatingSystem.IsLinux())
        {
            Pointer = _start = (byte*)NativeMemory.AlignedAlloc(Room + Line, Line);
            return;
        }

        var pages = ((Room + Page - 1) / Page * Page) + Page;
        _start = (byte*)mmap(null, pages, ReadAndWrite, PrivateAnonymous, -1, 0);
        if (_start == (byte*)-1 || mprotect(_start + pages - Page, Page, NoAccess) != 0) throw new Win32Exception();
        _mapped = pages;
        Pointer = _start + pages - Page - Room;
    }

    /// <summary>Where it begins, at a cache line.</summary>
    public byte* Pointer { get; }

    /// <summary>The bytes in whole lines.</summary>
    public nuint Room { get; }

    public void Dispose()
    {
        if (_mapped == 0) NativeMemory.AlignedFree(_start);
        else if (munmap(_start, _mapped) != 0) throw new Win32Exception();
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial void* mmap(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int mprotect(void* address, nuint length, int protection);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int munmap(void* address, nuint length);
}
