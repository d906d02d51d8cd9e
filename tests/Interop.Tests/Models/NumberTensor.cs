using TorchSharp;

namespace CnnGen.Interop.Tests.Models;

/// <summary>Numbers and how they are arranged.</summary>
internal sealed record NumberTensor(float[] Values, long[] Shape)
{
    public static NumberTensor Of(torch.Tensor tensor) => new(tensor.contiguous().data<float>().ToArray(), [.. tensor.shape]);
}
