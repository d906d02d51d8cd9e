using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>2-D convolution of channels-last images.</summary>
internal static unsafe class ConvolutionOperation
{
    /// <param name="padding">Rows above, columns left, rows below, columns right.</param>
    public static Tensor Apply(
        Tensor input, Tensor weight, Tensor? bias, (long H, long W) stride,
        (long Top, long Left, long Bottom, long Right) padding, (long H, long W) dilation, long groups)
    {
        if (input.Impl.Rank == 3)
        {
            using var batch = input.unsqueeze(0);
            using var images = Apply(batch, weight, bias, stride, padding, dilation, groups);
            return images.squeeze(0);
        }

        var size = SizeOf(input, weight, bias, stride, padding, dilation, groups);
        var result = Tensor.New([size.N, size.Filters, size.OutH, size.OutW], ScalarType.Float32, MemoryLayout.ChannelsLast);
        using var x = input.Arranged(MemoryLayout.ChannelsLast);
        using var w = weight.Arranged(MemoryLayout.Contiguous);
        using var b = bias?.Arranged(MemoryLayout.Contiguous);
        Convolution.Forward(size, x.Impl.Floats, w.Impl.Floats, b is null ? null : b.Impl.Floats, result.Impl.Floats);
        if (!Tape.Records(input, weight, bias)) return result;
        return Tape.Record(result, "ConvolutionBackward", [input, weight, bias], [x, w], (node, gradient) => Backward(size, node, gradient));
    }

    private static void Backward(in ConvolutionSize size, Node node, Tensor gradient)
    {
        using var dy = gradient.Arranged(MemoryLayout.ChannelsLast);
        if (node.Wants(0))
        {
            using var w = node.Saved(1);
            var dx = Tensor.New(node.InputShape(0), ScalarType.Float32, MemoryLayout.ChannelsLast);
            Convolution.BackwardInput(size, dy.Impl.Floats, w.Impl.Floats, dx.Impl.Floats);
            node.Give(0, dx);
        }

        if (!node.Wants(1) && !node.Wants(2)) return;
        using var x = node.Saved(0);
        var dw = Tensor.New(node.InputShape(1), ScalarType.Float32);
        var db = node.Wants(2) ? Tensor.New([size.Filters], ScalarType.Float32) : null;
        Convolution.BackwardWeight(size, x.Impl.Floats, dy.Impl.Floats, dw.Impl.Floats, db is null ? null : db.Impl.Floats);
        node.Give(1, dw);
        if (db is not null) node.Give(2, db);
    }

    private static ConvolutionSize SizeOf(
        Tensor input, Tensor weight, Tensor? bias, (long H, long W) stride,
        (long Top, long Left, long Bottom, long Right) padding, (long H, long W) dilation, long groups)
    {
        Tensor.RequireFloat32(input, "conv2d: Input");
        Tensor.RequireFloat32(weight, "conv2d: Weight");
        var (x, w) = (input.Impl.Shape, weight.Impl.Shape);
        if (x.Length != 4 || w.Length != 4)
            throw TorchError.Create($"Expected 3D (unbatched) or 4D (batched) input to conv2d and a 4D weight, but got input of size {Geometry.Format(x)} and weight of size {Geometry.Format(w)}");
        if (groups <= 0 || w[0] % groups != 0 || x[1] != w[1] * groups)
        {
            throw TorchError.Create(
                $"Given groups={groups}, weight of size {Geometry.Format(w)}, expected input{Geometry.Format(x)} to have {w[1] * groups} channels, but got {x[1]} channels instead");
        }

        if (stride.H <= 0 || stride.W <= 0) throw TorchError.Create("non-positive stride is not supported");
        if (dilation.H <= 0 || dilation.W <= 0) throw TorchError.Create("dilation should be greater than zero");
        if (padding.Top < 0 || padding.Left < 0) throw TorchError.Create("negative padding is not supported");
        if (bias is not null && (bias.Impl.Rank != 1 || bias.Impl.Count != w[0]))
            throw TorchError.Create($"Given weight of size {Geometry.Format(w)}, expected bias to be 1-dimensional with {w[0]} elements, but got bias of size {Geometry.Format(bias.Impl.Shape)} instead");

        var (height, width) = (x[2] + padding.Top + padding.Bottom, x[3] + padding.Left + padding.Right);
        var (reachH, reachW) = ((dilation.H * (w[2] - 1)) + 1, (dilation.W * (w[3] - 1)) + 1);
        if (height < reachH || width < reachW)
            throw TorchError.Create($"Calculated padded input size per channel: ({height} x {width}). Kernel size: ({reachH} x {reachW}). Kernel size can't be greater than actual input size");
        return new ConvolutionSize(
            (int)x[0], (int)x[2], (int)x[3], (int)x[1], (int)w[0], (int)w[2], (int)w[3], (int)stride.H, (int)stride.W,
            (int)padding.Top, (int)padding.Left, (int)padding.Bottom, (int)padding.Right, (int)dilation.H, (int)dilation.W, (int)groups);
    }
}
