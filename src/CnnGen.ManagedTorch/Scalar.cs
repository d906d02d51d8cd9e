using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number of any element type, as an argument of a tensor operation.</summary>
public sealed class Scalar : IDisposable
{
    // -1, 0 and 1, which nearly all are.
    private static readonly Scalar[] Common = [new(-1L, ScalarType.Int32), new(0L, ScalarType.Int32), new(1L, ScalarType.Int32)];

    private readonly double _real;
    private readonly long _whole;

    private Scalar(double real, ScalarType type)
    {
        Type = type;
        _real = real;
        _whole = unchecked((long)real);
    }

    private Scalar(long whole, ScalarType type)
    {
        Type = type;
        _real = whole;
        _whole = whole;
    }

    public ScalarType Type { get; }

    internal double Real => _real;

    internal long Whole => _whole;

    internal bool IsFloating => Type is ScalarType.Float32 or ScalarType.Float64;

    public static implicit operator Scalar(byte value) => new((long)value, ScalarType.Byte);

    public static implicit operator Scalar(int value) => (uint)(value + 1) < (uint)Common.Length ? Common[value + 1] : new((long)value, ScalarType.Int32);

    public static implicit operator Scalar(long value) => new(value, ScalarType.Int64);

    public static implicit operator Scalar(float value) => new(value, ScalarType.Float32);

    public static implicit operator Scalar(double value) => new(value, ScalarType.Float64);

    public static implicit operator Scalar(bool value) => new(value ? 1L : 0L, ScalarType.Bool);

    /// <summary>Nothing to release; TorchSharp's scalars hold native memory.</summary>
    public void Dispose()
    {
    }
}
