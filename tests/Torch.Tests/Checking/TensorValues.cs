using CnnGen.Torch.Tests.Oracle;

namespace CnnGen.Torch.Tests.Checking;

/// <summary>Between tensors and plain numbers.</summary>
internal static class TensorValues
{
    public static Tensor ToTensor(this TensorValue value) => value.Data switch
    {
        float[] data => torch.tensor(data, value.Shape),
        double[] data => torch.tensor(data, value.Shape),
        long[] data => torch.tensor(data, value.Shape),
        int[] data => torch.tensor(data, value.Shape),
        byte[] data => torch.tensor(data, value.Shape),
        bool[] data => torch.tensor(data, value.Shape),
        _ => throw new ArgumentException($"no tensor of {value.Data.GetType()}"),
    };

    public static TensorValue ToValue(this Tensor tensor) => new(tensor.shape, tensor.dtype switch
    {
        ScalarType.Float32 => tensor.data<float>().ToArray(),
        ScalarType.Float64 => tensor.data<double>().ToArray(),
        ScalarType.Int64 => tensor.data<long>().ToArray(),
        ScalarType.Int32 => tensor.data<int>().ToArray(),
        ScalarType.Byte => tensor.data<byte>().ToArray(),
        ScalarType.Bool => tensor.data<bool>().ToArray(),
        _ => throw new ArgumentException($"no value of {tensor.dtype}"),
    });

    public static float[] ToFloats(this Tensor tensor) => tensor.data<float>().ToArray();

    public static long[] ToLongs(this Tensor tensor) => tensor.data<long>().ToArray();
}
