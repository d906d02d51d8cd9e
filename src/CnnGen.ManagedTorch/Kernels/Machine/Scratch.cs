using System.Runtime.InteropServices;
using CnnGen.ManagedTorch.Memory;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// Working memory of the current thread, given back when the frame is disposed and kept for the next kernel.
/// Frames nest like calls. Memory is 64-byte aligned and not cleared.
/// </summary>
internal readonly unsafe ref struct Scratch : IDisposable
{
    [ThreadStatic] private static Arena? _threadArena;

    private readonly Arena _arena;
    private readonly int _block;
    private readonly long _used;

    private Scratch(Arena arena)
    {
        _arena = arena;
        (_block, _used) = arena.Mark;
    }

    public static Scratch Open() => new(_threadArena ??= new Arena());

    public float* Floats(long count) => (float*)_arena.Take(count * sizeof(float));

    public T* Take<T>(long count) where T : unmanaged => (T*)_arena.Take(count * sizeof(T));

    /// <summary>Floats that are all zero.</summary>
    public float* Zeros(long count)
    {
        float* floats = Floats(count);
        NativeMemory.Clear(floats, (nuint)(count * sizeof(float)));
        return floats;
    }

    /// <summary>A copy; zeros where <paramref name="source"/> is null.</summary>
    public float* CopyOrZeros(float* source, int count)
    {
        if (source == null)
        {
            return Zeros(count);
        }

        float* copy = Floats(count);
        new ReadOnlySpan<float>(source, count).CopyTo(new Span<float>(copy, count));
        return copy;
    }

    public void Dispose() => _arena.Mark = (_block, _used);

    /// <summary>A stack of blocks; a block that is in use never moves, so a full one is followed by another.</summary>
    private sealed class Arena
    {
        private const long SmallestBlock = 4 << 20;
        private readonly List<(nint Address, long Size)> _blocks = [];
        private int _block;
        private long _used;

        ~Arena()
        {
            foreach ((nint address, _) in _blocks)
            {
                NativeBlock.Free((void*)address);
            }
        }

        public (int Block, long Used) Mark
        {
            get => (_block, _used);
            set => (_block, _used) = value;
        }

        public void* Take(long bytes)
        {
            bytes = (bytes + 63) & ~63L;
            while (_block < _blocks.Count && _used + bytes > _blocks[_block].Size)
            {
                (_block, _used) = (_block + 1, 0);
            }

            if (_block == _blocks.Count)
            {
                long size = Math.Max(bytes, SmallestBlock);
                _blocks.Add(((nint)NativeBlock.Allocate(size), size));
            }

            void* taken = (byte*)_blocks[_block].Address + _used;
            _used += bytes;
            return taken;
        }
    }
}
