namespace CnnGen.ManagedTorch.Tests.Kernels;

/// <summary>Native memory for a test. Who reaches past its last cache line is stopped, who writes past its end within that line is told on.</summary>
internal sealed unsafe class Buffer<T> : IDisposable where T : unmanaged
{
    private const byte Mark = 0x5A;

    private readonly GuardedMemory _memory;

    public Buffer(long length)
    {
        Length = checked((int)length);
        _memory = new GuardedMemory(Length * sizeof(T));
        Pointer = (T*)_memory.Pointer;
        // Neither zero nor a value that a sum could hide: a kernel that leaves a place unwritten is found out.
        new Span<byte>(Pointer, Length * sizeof(T)).Fill(0xFF);
        Rest.Fill(Mark);
    }

    public int Length { get; }

    public T* Pointer { get; private set; }

    public Span<T> Span => new(Pointer, Length);

    public T this[long i] => Pointer[i];

    private Span<byte> Rest => new(Pointer + Length, (int)_memory.Room - Length * sizeof(T));

    public static implicit operator T*(Buffer<T>? buffer) => buffer is null ? null : buffer.Pointer;

    public void Dispose()
    {
        bool intact = !Rest.ContainsAnyExcept(Mark);
        _memory.Dispose();
        Pointer = null;
        if (!intact)
        {
            throw new InvalidOperationException("A kernel wrote past the end of its target.");
        }
    }
}
