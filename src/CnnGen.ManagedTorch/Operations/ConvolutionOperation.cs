using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Convolution of channels-last signals, images or volumes.</summary>
internal static unsafe class ConvolutionOperation
{
    public static Tensor Apply(string name, Tensor input, Tensor weight, Tensor? bias, ConvolutionWindow window)
    {
        if (input.Impl.Rank == window.Axes + 1)
        {
            using var batch = input.unsqueeze(0);
            using var images = Apply(name, batch, weight, bias, window);
            return images.squeeze(0);
        }

        Check(name, input, weight, bias, window);
        var size = window.SizeOf(input.Impl.Shape, weight.Impl.Shape);
        var result = Tensor.New(
            [size.N, size.Slice.Filters, .. window.SpatialOf(size.OutD, size.Slice.OutH, size.Slice.OutW)], ScalarType.Float32, MemoryLayout.ChannelsLast);
        using var x = input.Arranged(MemoryLayout.ChannelsLast);
        using var w = weight.Arranged(MemoryLayout.Contiguous);
        using var b = bias?.Arranged(MemoryLayout.Contiguous);
        VolumeConvolution.Forward(size, x.Impl.Floats, w, b is null ? null : b.Impl.Floats, result.Impl.Floats);
        if (!Tape.Records(input, weight, bias)) return result;
        return Tape.Record(result, "ConvolutionBackward", [input, weight, bias], [x, w], (node, gradient) => Backward(size, node, gradient));
    }

    private static void Backward(in VolumeSize size, Node node, Tensor gradient)
    {
        using var dy = gradient.Arranged(MemoryLayout.ChannelsLast);
        if (node.Wants(0))
        {
            using var w = node.Saved(1);
            var dx = Tensor.New(node.InputShape(0), ScalarType.Float32, MemoryLayout.ChannelsLast);
            VolumeConvolution.BackwardInput(size, dy.Impl.Floats, w, dx.Impl.Floats);
            node.Give(0, dx);
        }

        if (!node.Wants(1) && !node.Wants(2)) return;
        using var x = node.Saved(0);
        var db = node.Wants(2) ? Tensor.New([size.Slice.Filters], ScalarType.Float32) : null;
        var dw = VolumeConvolution.BackwardWeight(size, x.Impl.Floats, dy.Impl.Floats, node.InputShape(1), db is null ? null : db.Impl.Floats);
        node.Give(1, dw);
        if (db is not null) node.Give(2, db);
    }

    private static void Check(string name, Tensor input, Tensor weight, Tensor? bias, ConvolutionWindow window)
    {
        Tensor.RequireFloat32(input, $"{name}: Input");
        Tensor.RequireFloat32(weight, $"{name}: Weight");
        var (x, w, axes) = (input.Impl.Shape, weight.Impl.Shape, window.Axes);
        if (x.Length != axes + 2 || w.Length != axes + 2)
        {
            throw TorchError.Create(
                $"Expected {axes + 1}D (unbatched) or {axes + 2}D (batched) input to {name} and a {axes + 2}D weight, " +
                $"but got input of size {Geometry.Format(x)} and weight of size {Geometry.Format(w)}");
        }

        if (window.Groups <= 0 || w[0] % window.Groups != 0 || x[1] != w[1] * window.Groups)
        {
            throw TorchError.Create(
                $"Given groups={window.Groups}, weight of size {Geometry.Format(w)}, expected input{Geometry.Format(x)} to have " +
                $"{w[1] * window.Groups} channels, but got {x[1]} channels instead");
        }

        window.RequireValid();
        if (bias is not null && (bias.Impl.Rank != 1 || bias.Impl.Count != w[0]))
        {
            throw TorchError.Create(
                $"Given weight of size {Geometry.Format(w)}, expected bias to be 1-dimensional with {w[0]} elements, " +
                $"but got bias of size {Geometry.Format(bias.Impl.Shape)} instead");
        }

        RequireRoom(x, w, window);
    }

    private static void RequireRoom(long[] x, long[] w, ConvolutionWindow window)
    {
        var (padded, reach) = (new long[window.Axes], new long[window.Axes]);
        var fits = true;
        for (var i = 0; i < window.Axes; i++)
        {
            (padded[i], reach[i]) = (x[i + 2] + window.Before[i] + window.After[i], window.Reach(i, w[i + 2]));
            fits &= padded[i] >= reach[i];
        }

        if (!fits)
        {
            throw TorchError.Create(
                $"Calculated padded input size per channel: ({string.Join(" x ", padded)}). Kernel size: ({string.Join(" x ", reach)}). " +
                "Kernel size can't be greater than actual input size");
        }
    }
}
