namespace CnnGen.ManagedTorch.Randomness;

/// <summary>Matsumoto and Nishimura's mt19937, seeded and read the way PyTorch's CPU generator does: one seed, the same numbers.</summary>
internal sealed class MersenneTwister
{
    private const int Size = 624;
    private const int Shift = 397;

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
        var y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    public ulong Next64()
    {
        ulong high = Next32();
        return (high << 32) | Next32();
    }

    /// <summary>0 ≤ x &lt; 1 with the 24 bits that a float holds.</summary>
    public float NextFloat() => (Next32() & ((1u << 24) - 1)) * (1f / (1 << 24));

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

    private void Twist()
    {
        for (var i = 0; i < Size; i++)
        {
            var y = (_state[i] & 0x80000000) | (_state[(i + 1) % Size] & 0x7fffffff);
            _state[i] = _state[(i + Shift) % Size] ^ (y >> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }

        _next = 0;
    }
}
