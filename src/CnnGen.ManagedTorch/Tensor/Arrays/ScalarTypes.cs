using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Facts about element types.</summary>
internal static class ScalarTypes
{
    public static int Size(this ScalarType type) =>
        type switch
        {
            ScalarType.Byte or ScalarType.Bool => 1,
            ScalarType.Int32 or ScalarType.Float32 => 4,
            ScalarType.Int64 or ScalarType.Float64 => 8,
            _ => throw new NotSupportedException($"Element type {type} is not supported by this backend; it has Byte, Int32, Int64, Float32, Float64 and Bool."),
        };

    public static bool IsFloating(this ScalarType type) => type is ScalarType.Float32 or ScalarType.Float64;

    /// <summary>What PyTorch's messages call it.</summary>
    public static string Name(this ScalarType type) =>
        type switch
        {
            ScalarType.Int32 => "Int",
            ScalarType.Int64 => "Long",
            ScalarType.Float32 => "Float",
            ScalarType.Float64 => "Double",
            _ => type.ToString(),
        };

    /// <summary>The element type of a .NET number, or an error that lists those there are.</summary>
    public static ScalarType Of(Type type)
    {
        if (type == typeof(float)) return ScalarType.Float32;
        if (type == typeof(double)) return ScalarType.Float64;
        if (type == typeof(long)) return ScalarType.Int64;
        if (type == typeof(int)) return ScalarType.Int32;
        if (type == typeof(byte)) return ScalarType.Byte;
        if (type == typeof(bool)) return ScalarType.Bool;
        throw new NotSupportedException($"Elements of type {type} are not supported by this backend; it has byte, int, long, float, double and bool.");
    }

    /// <summary>The type two tensors are computed in. A number of no dimension only decides between kinds (whole or floating).</summary>
    public static ScalarType Promote(ScalarType a, int rankA, ScalarType b, int rankB)
    {
        if (a == b) return a;
        if (rankA == 0 && rankB > 0 && Kind(a) <= Kind(b)) return b;
        if (rankB == 0 && rankA > 0 && Kind(b) <= Kind(a)) return a;
        return Order(a) > Order(b) ? a : b;
    }

    /// <summary>The type a tensor and a number are computed in.</summary>
    public static ScalarType Promote(ScalarType tensor, TorchSharp.Scalar number)
    {
        if (tensor.IsFloating()) return tensor;
        if (number.IsFloating) return get_default_dtype();
        return tensor == ScalarType.Bool && number.Type != ScalarType.Bool ? ScalarType.Int64 : tensor;
    }

    private static int Kind(ScalarType type) =>
        type == ScalarType.Bool ? 0 : type.IsFloating() ? 2 : 1;

    private static int Order(ScalarType type) =>
        type switch
        {
            ScalarType.Bool => 0,
            ScalarType.Byte => 1,
            ScalarType.Int32 => 2,
            ScalarType.Int64 => 3,
            ScalarType.Float32 => 4,
            _ => 5,
        };
}
