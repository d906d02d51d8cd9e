using TorchSharp;

namespace CnnGen.Benchmarks.Backend;

/// <summary>The convolution as the backend computes it when a network is trained.</summary>
internal static class TorchConvolution
{
    public static ConvolutionResult<float> Compute(ConvolutionCase shape, ConvolutionData data)
    {
        using var scope = torch.NewDisposeScope();
        var input = Tensor(data.Input, ConvolutionCase.Images, shape.Channels, shape.Size).requires_grad_();
        var weight = Tensor(data.Weight, shape.Filters, shape.GroupChannels, shape.Kernel).requires_grad_();
        var output = torch.nn.functional.conv2d(
            input, weight, null, [shape.Stride, shape.Stride], [shape.Padding, shape.Padding], [shape.Dilation, shape.Dilation], shape.Groups);
        (output * Tensor(data.OutputGradient, ConvolutionCase.Images, shape.Filters, shape.OutputSize)).sum().backward();
        return new ConvolutionResult<float>(Values(output), Values(input.grad!), Values(weight.grad!));
    }

    private static torch.Tensor Tensor(float[] values, long outer, long inner, long size) =>
        torch.tensor(values, torch.float32).reshape(outer, inner, size, size);

    private static float[] Values(torch.Tensor tensor) => tensor.contiguous().data<float>().ToArray();
}
