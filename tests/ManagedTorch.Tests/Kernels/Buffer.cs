using System.Runtime.InteropServices;

namespace CnnGen.ManagedTorch.Tests.Kernels;

/// <summary>Native memory for a test, with a guard behind it that shows writes past the end.</summary>
internal sealed unsafe class Buffer<T> : IDisposable where T : unmanaged
{
    private const int Guard = 64;
    private const byte Mark = 0x5A;

    public Buffer(long length)
    {
        Length = checked((int)length);
        Pointer = (T*)NativeMemory.AlignedAlloc((nuint)(Length * sizeof(T) + Guard), 64);
        // Neither zero nor a value that a sum could hide: a kernel that leaves a place unwritten is found out.
        new Span<byte>(Pointer, Length * sizeof(T) + Guard).Fill(0xFF);
        GuardBytes.Fill(Mark);
    }

    public int Length { get; }

    public T* Pointer { get; private set; }

    public Span<T> Span => new(Pointer, Length);

    public T this[long i] => Pointer[i];

    private Span<byte> GuardBytes => new(Pointer + Length, Guard);

    public static implicit operator T*(Buffer<T>? buffer) => buffer is null ? null : buffer.Pointer;

    public void Dispose()
    {
        bool intact = !GuardBytes.ContainsAnyExcept(Mark);
        NativeMemory.AlignedFree(Pointer);
        Pointer = null;
        if (!intact)
        {
            throw new InvalidOperationException("A kernel wrote past the end of its target.");
        }
    }
}
