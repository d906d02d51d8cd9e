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
        ScalarType.Float32 => tensor.ToArray<float>(),
        ScalarType.Float64 => tensor.ToArray<double>(),
        ScalarType.Int64 => tensor.ToArray<long>(),
        ScalarType.Int32 => tensor.ToArray<int>(),
        ScalarType.Byte => tensor.ToArray<byte>(),
        ScalarType.Bool => tensor.ToArray<bool>(),
        _ => throw new ArgumentException($"no value of {tensor.dtype}"),
    });

    public static float[] ToFloats(this Tensor tensor) => tensor.ToArray<float>();

    // TorchSharp's accessor does not stand tensors without elements.
    private static T[] ToArray<T>(this Tensor tensor) where T : unmanaged => tensor.numel() == 0 ? [] : tensor.data<T>().ToArray();

    public static long[] ToLongs(this Tensor tensor) => tensor.data<long>().ToArray();
}
