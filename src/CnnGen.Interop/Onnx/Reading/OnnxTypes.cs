namespace CnnGen.Interop.Onnx;

/// <summary>ONNX's numbers for types of values (<c>TensorProto.DataType</c>), and NumPy's names for them.</summary>
internal static class OnnxTypes
{
    private static readonly string[] s_names =
    [
        "other", "float32", "uint8", "int8", "uint16", "int16", "int32", "int64", "string", "bool", "float16", "float64", "uint32", "uint64",
        "complex64", "complex128", "bfloat16", "float8_e4m3fn", "float8_e4m3fnuz", "float8_e5m2", "float8_e5m2fnuz", "uint4", "int4", "float4_e2m1fn",
    ];

    public static string NameOf(long number) => number >= 0 && number < s_names.Length ? s_names[number] : "other";
}
