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
        var records = Tape.Records(input, weight, bias);
        using var source = records ? Held.Share(input.Impl) : LatePadding.Within(input.Impl, ref window);
        var size = window.SizeOf(source.Impl.Shape, weight.Impl.Shape);
        ReadOnlySpan<long> volume = [size.N, size.Slice.Filters, size.OutD, size.Slice.OutH, size.Slice.OutW];
        ReadOnlySpan<long> image = [size.N, size.Slice.Filters, size.Slice.OutH, size.Slice.OutW];
        ReadOnlySpan<long> signal = [size.N, size.Slice.Filters, size.Slice.OutW];
        var shape = window.Axes == 3 ? volume : window.Axes == 2 ? image : signal;
        using var x = Held.Arranged(source.Impl, MemoryLayout.ChannelsLast);
        using var w = weight.Arranged(MemoryLayout.Contiguous);
        using var b = Held.Arranged(bias, MemoryLayout.Contiguous);
        if (!records && size.IsFlat && Geometry.ElementCount(shape) > 0) return LateConvolution.Of(size.AsFlat, shape, x.Impl, w.Impl, b);
        var result = Tensor.New(shape, ScalarType.Float32, MemoryLayout.ChannelsLast);
        VolumeConvolution.Forward(size, x.Floats, w.Impl, b.Floats, result.Impl.Floats, records ? Rounding.BesideTheRow : Rounding.BesideTheTile);
        return records
            ? Tape.Record(result, "ConvolutionBackward", [input, weight, bias], [x, w], size, Backward)
            : result;
    }

    private static void Backward(Node node, in VolumeSize size, Tensor gradient)
    {
        using var dy = gradient.Arranged(MemoryLayout.ChannelsLast);
        if (node.Wants(0))
        {
            using var w = node.Saved(1);
            var dx = Tensor.New(node.InputShape(0), ScalarType.Float32, MemoryLayout.ChannelsLast);
            VolumeConvolution.BackwardInput(size, dy.Floats, w.Impl, dx.Impl.Floats, Rounding.BesideTheTile);
            node.Give(0, dx);
        }

        if (!node.Wants(1) && !node.Wants(2)) return;
        using var x = node.Saved(0);
        var db = node.Wants(2) ? Tensor.New([size.Slice.Filters], ScalarType.Float32) : null;
        var dw = VolumeConvolution.BackwardWeight(size, x.Impl.Floats, dy.Floats, node.InputShape(1), db is null ? null : db.Impl.Floats);
        node.Give(1, dw);
        if (db is not null) node.Give(2, db);
    }

    private static void Check(string name, Tensor input, Tensor weight, Tensor? bias, ConvolutionWindow window)
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
        for (var i = 0; i < window.Axes; i++)
        {
            if (Padded(x, window, i) < window.Reach(i, w[i + 2])) throw NoRoom(x, w, window);
        }
    }

    private static Exception NoRoom(long[] x, long[] w, ConvolutionWindow window)
    {
        var axes = Enumerable.Range(0, window.Axes).ToArray();
        return TorchError.Create(
            $"Calculated padded input size per channel: ({string.Join(" x ", axes.Select(i => Padded(x, window, i)))}). " +
            $"Kernel size: ({string.Join(" x ", axes.Select(i => window.Reach(i, w[i + 2])))}). Kernel size can't be greater than actual input size");
    }

    private static long Padded(long[] x, ConvolutionWindow window, int axis) => x[axis + 2] + window.Before[axis] + window.After[axis];
}
