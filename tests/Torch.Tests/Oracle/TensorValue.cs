using System.Runtime.InteropServices;

namespace CnnGen.Torch.Tests.Oracle;

/// <summary>A tensor as plain numbers, the way it travels to PyTorch and back.</summary>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Data">Its values in row-major order: <c>float[]</c>, <c>double[]</c>, <c>long[]</c>, <c>int[]</c>, <c>byte[]</c> or <c>bool[]</c>.</param>
internal sealed record TensorValue(long[] Shape, Array Data)
{
    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(float)] = "float32",
        [typeof(double)] = "float64",
        [typeof(long)] = "int64",
        [typeof(int)] = "int32",
        [typeof(byte)] = "uint8",
        [typeof(bool)] = "bool",
    };

    /// <summary>NumPy's name of the element type.</summary>
    public string TypeName => Names[Data.GetType().GetElementType()!];

    public float[] Floats => (float[])Data;

    /// <summary>The values' bytes, little-endian.</summary>
    public byte[] ToBytes() => MemoryMarshal.CreateReadOnlySpan(
        ref MemoryMarshal.GetArrayDataReference(Data), Buffer.ByteLength(Data)).ToArray();

    public static TensorValue FromBytes(string typeName, long[] shape, byte[] bytes)
    {
        var type = Names.First(pair => pair.Value == typeName).Key;
        var data = Array.CreateInstance(type, (int)shape.Aggregate(1L, (product, size) => product * size));
        bytes.CopyTo(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(data), bytes.Length));
        return new TensorValue(shape, data);
    }
}
