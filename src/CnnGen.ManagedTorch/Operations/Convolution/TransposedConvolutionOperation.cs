using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>
/// Transposed convolution: what a convolution does to the gradient of its input. Seen from that convolution, the result
/// here is its input and the input here is its output.
/// </summary>
internal static unsafe class TransposedConvolutionOperation
{
    /// <param name="outputPadding">Pixels that the result gets at the end of each axis beyond what the kernel reaches.</param>
    public static Tensor Apply(string name, Tensor input, Tensor weight, Tensor? bias, ConvolutionWindow window, long[] outputPadding)
    {
        if (input.Impl.Rank == window.Axes + 1)
        {
            using var batch = input.unsqueeze(0);
            using var images = Apply(name, batch, weight, bias, window, outputPadding);
            return images.squeeze(0);
        }

        Check(name, input, weight, bias, window, outputPadding);
        var shape = OutputShape(input.Impl.Shape, weight.Impl.Shape, window, outputPadding);
        // With that much less at the end, the convolution back gives exactly the input's size.
        var size = (window with { After = Difference(window.After, outputPadding) }).SizeOf(shape, weight.Impl.Shape);
        var result = Tensor.New(shape, ScalarType.Float32, MemoryLayout.ChannelsLast);
        using var x = input.Arranged(MemoryLayout.ChannelsLast);
        using var w = weight.Arranged(MemoryLayout.Contiguous);
        var records = Tape.Records(input, weight, bias);
        VolumeConvolution.BackwardInput(size, x.Floats, w.Impl, result.Impl.Floats, records ? Rounding.BesideTheRow : Rounding.BesideTheTile);
        if (bias is not null) AddBias(result, bias);
        return records
            ? Tape.Record(result, "TransposedConvolutionBackward", [input, weight, bias], [x, w], size, Backward)
            : result;
    }

    private static void Backward(Node node, in VolumeSize size, Tensor gradient)
    {
        using var dy = gradient.Arranged(MemoryLayout.ChannelsLast);
        if (node.Wants(0))
        {
            using var w = node.Saved(1);
            var dx = Tensor.New(node.InputShape(0), ScalarType.Float32, MemoryLayout.ChannelsLast);
            VolumeConvolution.Forward(size, dy.Floats, w.Impl, null, dx.Impl.Floats, Rounding.BesideTheTile);
            node.Give(0, dx);
        }

        if (node.Wants(1))
        {
            using var x = node.Saved(0);
            node.Give(1, VolumeConvolution.BackwardWeight(size, dy.Impl.Floats, x.Impl.Floats, node.InputShape(1), null));
        }

        if (!node.Wants(2)) return;
        using var rows = new ChannelRows(gradient.Impl);
        node.Give(2, rows.AsMatrix(rows.Dense).sum(0L));
    }

    private static long[] Difference(long[] a, long[] b)
    {
        Span<long> difference = stackalloc long[a.Length];
        for (var i = 0; i < a.Length; i++) difference[i] = a[i] - b[i];
        return Dimensions.Of(difference);
    }

    private static void AddBias(Tensor result, Tensor bias)
    {
        using var dense = bias.Arranged(MemoryLayout.Contiguous);
        var channels = Geometry.Int(bias.Impl.Count);
        if (result.Impl.Count > 0)
            Elementwise.AddBiasRows(result.Impl.Count / channels, channels, result.Impl.Floats, dense.Impl.Floats, result.Impl.Floats);
    }

    private static long[] OutputShape(long[] x, long[] w, ConvolutionWindow window, long[] outputPadding)
    {
        var shape = new long[x.Length];
        (shape[0], shape[1]) = (x[0], w[1] * window.Groups);
        for (var i = 0; i < window.Axes; i++)
        {
            shape[i + 2] = ((x[i + 2] - 1) * window.Stride[i]) - window.Before[i] - window.After[i] + window.Reach(i, w[i + 2]) + outputPadding[i];
            if (shape[i + 2] <= 0)
                throw TorchError.Create($"Given input size per channel: {Geometry.Format(x.AsSpan(2))}. Calculated output size per channel is too small: {shape[i + 2]}");
        }

        return shape;
    }

    private static void Check(string name, Tensor input, Tensor weight, Tensor? bias, ConvolutionWindow window, long[] outputPadding)
    {
        if (input.dtype != ScalarType.Float32) Tensor.RequireFloat32(input, $"{name}: Input");
        if (weight.dtype != ScalarType.Float32) Tensor.RequireFloat32(weight, $"{name}: Weight");
        if (bias is not null && bias.dtype != ScalarType.Float32) Tensor.RequireFloat32(bias, $"{name}: Bias");
        var (x, w, axes) = (input.Impl.Shape, weight.Impl.Shape, window.Axes);
        if (x.Length != axes + 2 || w.Length != axes + 2)
        {
            throw TorchError.Create(
                $"Expected {axes + 1}D (unbatched) or {axes + 2}D (batched) input to {name} and a {axes + 2}D weight, " +
                $"but got input of size {Geometry.Format(x)} and weight of size {Geometry.Format(w)}");
        }

        if (window.Groups <= 0 || w[0] % window.Groups != 0 || x[1] != w[0])
        {
            throw TorchError.Create(
                $"Given transposed=1, groups={window.Groups}, weight of size {Geometry.Format(w)}, expected input{Geometry.Format(x)} to have " +
                $"{w[0]} channels, but got {x[1]} channels instead");
        }

        window.RequireValid();
        for (var i = 0; i < axes; i++)
        {
            if (outputPadding[i] < 0 || outputPadding[i] >= Math.Max(window.Stride[i], window.Dilation[i]))
            {
                throw TorchError.Create(
                    $"output padding must be smaller than either stride or dilation, but got output_padding: {Geometry.Format(outputPadding)} " +
                    $"stride: {Geometry.Format(window.Stride)} dilation: {Geometry.Format(window.Dilation)}");
            }
        }

        if (bias is not null && (bias.Impl.Rank != 1 || bias.Impl.Count != w[1] * window.Groups))
        {
            throw TorchError.Create(
                $"Given transposed=1, weight of size {Geometry.Format(w)}, expected bias to be 1-dimensional with {w[1] * window.Groups} elements, " +
                $"but got bias of size {Geometry.Format(bias.Impl.Shape)} instead");
        }
    }
}
