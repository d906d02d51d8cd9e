using System.Numerics;

namespace CnnGen.ManagedTorch.Randomness;

/// <summary>Matsumoto and Nishimura's mt19937, seeded and read the way PyTorch's CPU generator does: one seed, the same numbers.</summary>
internal sealed class MersenneTwister
{
    private const int Size = 624;
    private const int Shift = 397;
    private const uint UpperBit = 0x80000000;
    private const uint LowerBits = 0x7fffffff;
    private const uint Twister = 0x9908b0df;
    private const uint FloatMask = (1u << 24) - 1;
    private const float FloatStep = 1f / (1 << 24);

    private readonly uint[] _state = new uint[Size];
    private int _next;
    private double? _spareNormal;

    public MersenneTwister(ulong seed)
    {
        Seed(seed);
    }

    public ulong InitialSeed { get; private set; }

    public void Seed(ulong seed)
    {
        InitialSeed = seed;
        _state[0] = (uint)seed;
        for (var i = 1; i < Size; i++)
            _state[i] = (1812433253u * (_state[i - 1] ^ (_state[i - 1] >> 30))) + (uint)i;
        _next = Size;
        _spareNormal = null;
    }

    public uint Next32()
    {
        if (_next == Size) Twist();
        return Temper(_state[_next++]);
    }

    public ulong Next64()
    {
        ulong high = Next32();
        return (high << 32) | Next32();
    }

    /// <summary>0 ≤ x &lt; 1 with the 24 bits that a float holds.</summary>
    public float NextFloat() => (Next32() & FloatMask) * FloatStep;

    /// <summary>As many of these, times a width, from a start: a network has millions to draw, so whole vectors at a time.</summary>
    public void NextFloats(Span<float> target, float start, float width)
    {
        while (!target.IsEmpty)
        {
            if (_next == Size) Twist();
            var words = _state.AsSpan(_next, Math.Min(Size - _next, target.Length));
            Scale(words, target, start, width);
            _next += words.Length;
            target = target[words.Length..];
        }
    }

    /// <summary>0 ≤ x &lt; 1 with the 53 bits that a double holds.</summary>
    public double NextDouble() => (Next64() & ((1ul << 53) - 1)) * (1.0 / (1ul << 53));

    /// <summary>One of a standard normal distribution; they are made in pairs, and the second is kept for the next call.</summary>
    public double NextNormal()
    {
        if (_spareNormal is { } spare)
        {
            _spareNormal = null;
            return spare;
        }

        var angle = 2 * Math.PI * NextDouble();
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        _spareNormal = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    /// <summary>The whole state, to go on from there another time.</summary>
    public byte[] Save()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(InitialSeed);
        writer.Write(_next);
        foreach (var word in _state) writer.Write(word);
        writer.Write(_spareNormal.HasValue);
        writer.Write(_spareNormal ?? 0);
        return stream.ToArray();
    }

    public void Restore(byte[] saved)
    {
        using var reader = new BinaryReader(new MemoryStream(saved));
        InitialSeed = reader.ReadUInt64();
        _next = reader.ReadInt32();
        for (var i = 0; i < Size; i++) _state[i] = reader.ReadUInt32();
        var hasSpare = reader.ReadBoolean();
        var spare = reader.ReadDouble();
        _spareNormal = hasSpare ? spare : null;
    }

    private static uint Temper(uint y)
    {
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    private static void Scale(ReadOnlySpan<uint> words, Span<float> target, float start, float width)
    {
        var (from, by) = (new Vector<float>(start), new Vector<float>(width));
        var i = 0;
        for (; i <= words.Length - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            var y = new Vector<uint>(words[i..]);
            y ^= y >>> 11;
            y ^= (y << 7) & new Vector<uint>(0x9d2c5680);
            y ^= (y << 15) & new Vector<uint>(0xefc60000);
            y ^= y >>> 18;
            var unit = Vector.ConvertToSingle(Vector.AsVectorInt32(y & new Vector<uint>(FloatMask))) * FloatStep;
            Vector.FusedMultiplyAdd(unit, by, from).CopyTo(target[i..]);
        }

        for (; i < words.Length; i++) target[i] = MathF.FusedMultiplyAdd((Temper(words[i]) & FloatMask) * FloatStep, width, start);
    }

    private void Twist()
    {
        Twist(0, Size - Shift, Shift);
        Twist(Size - Shift, Size - 1, Shift - Size);
        _state[Size - 1] = Mix(_state[Size - 1], _state[0], _state[Shift - 1]);
        _next = 0;
    }

    /// <summary>The words from..end, of which each depends on itself, its neighbour and the one that lies a distance away.</summary>
    private void Twist(int from, int end, int distance)
    {
        var i = from;
        for (; i <= end - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            var y = (new Vector<uint>(_state, i) & new Vector<uint>(UpperBit)) | (new Vector<uint>(_state, i + 1) & new Vector<uint>(LowerBits));
            var odd = Vector<uint>.Zero - (y & Vector<uint>.One);
            (new Vector<uint>(_state, i + distance) ^ (y >>> 1) ^ (odd & new Vector<uint>(Twister))).CopyTo(_state, i);
        }

        for (; i < end; i++) _state[i] = Mix(_state[i], _state[i + 1], _state[i + distance]);
    }

    private static uint Mix(uint word, uint neighbour, uint distant)
    {
        var y = (word & UpperBit) | (neighbour & LowerBits);
        return distant ^ (y >> 1) ^ ((y & 1) == 0 ? 0 : Twister);
    }
}
