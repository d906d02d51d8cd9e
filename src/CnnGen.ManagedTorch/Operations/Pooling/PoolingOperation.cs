using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>2-D pooling of channels-last images.</summary>
internal static unsafe class PoolingOperation
{
    /// <param name="name">The operation that an error names.</param>
    public static Tensor Max(
        string name, Tensor input, (long H, long W) window, (long H, long W) stride, (long H, long W) padding, (long H, long W) dilation, bool ceil) =>
        WithBatch(input, images => MaxOfBatch(images, SizeOf(name, images, window, stride, padding, dilation, ceil)));

    public static (Tensor Output, Tensor Indices) MaxWithIndices(
        Tensor input, (long H, long W) window, (long H, long W) stride, (long H, long W) padding, (long H, long W) dilation, bool ceil)
    {
        if (input.Impl.Rank == 3)
        {
            using var batch = input.unsqueeze(0);
            var (output, indices) = MaxWithIndices(batch, window, stride, padding, dilation, ceil);
            using (output)
            using (indices)
                return (output.squeeze(0), indices.squeeze(0));
        }

        var size = SizeOf("max_pool2d", input, window, stride, padding, dilation, ceil);
        using var places = Held.New([size.N, size.C, size.OutH, size.OutW], ScalarType.Int32, MemoryLayout.ChannelsLast);
        var result = MaxOfBatch(input, size, places);
        using var numbers = places.Handle();
        return (result, numbers.to(ScalarType.Int64));
    }

    /// <param name="name">The operation that an error names.</param>
    public static Tensor Average(
        string name, Tensor input, (long H, long W) window, (long H, long W) stride, (long H, long W) padding, bool ceil, bool countIncludePad, long? divisor)
    {
        if (divisor == 0) throw TorchError.Create("divisor must be not zero");
        return WithBatch(
            input, images => AverageOfBatch(images, SizeOf(name, images, window, stride, padding, (1, 1), ceil), countIncludePad, (int)(divisor ?? 0)));
    }

    private static Tensor MaxOfBatch(Tensor input, PoolingSize size)
    {
        using var places = Held.New([size.N, size.C, size.OutH, size.OutW], ScalarType.Int32, MemoryLayout.ChannelsLast);
        return MaxOfBatch(input, size, places);
    }

    private static Tensor MaxOfBatch(Tensor input, PoolingSize size, in Held places)
    {
        var result = Tensor.New(places.Impl.Shape, ScalarType.Float32, MemoryLayout.ChannelsLast);
        using var x = input.Arranged(MemoryLayout.ChannelsLast);
        MaxPooling.Forward(size, x.Floats, result.Impl.Floats, (int*)places.Impl.Pointer);
        return Tape.Records(input)
            ? Tape.Record(result, "MaxPool2DBackward", [input], [places], size, static (node, in size, gradient) =>
            {
                using var dy = gradient.Arranged(MemoryLayout.ChannelsLast);
                var where = node.Saved(0);
                var dx = Tensor.New(node.InputShape(0), ScalarType.Float32, MemoryLayout.ChannelsLast);
                MaxPooling.Backward(size, dy.Floats, (int*)where.Impl.Pointer, dx.Impl.Floats);
                node.Give(0, dx);
            })
            : result;
    }

    private readonly record struct AverageState(PoolingSize Size, bool CountIncludePad, int Divisor);

    private static Tensor AverageOfBatch(Tensor input, PoolingSize size, bool countIncludePad, int divisor)
    {
        var result = Tensor.New([size.N, size.C, size.OutH, size.OutW], ScalarType.Float32, MemoryLayout.ChannelsLast);
        using var x = input.Arranged(MemoryLayout.ChannelsLast);
        AveragePooling.Forward(size, x.Impl.Floats, result.Impl.Floats, countIncludePad, divisor);
        return Tape.Records(input)
            ? Tape.Record(result, "AvgPool2DBackward", [input], [], new AverageState(size, countIncludePad, divisor), static (node, in state, gradient) =>
            {
                using var dy = gradient.Arranged(MemoryLayout.ChannelsLast);
                var dx = Tensor.New(node.InputShape(0), ScalarType.Float32, MemoryLayout.ChannelsLast);
                AveragePooling.Backward(state.Size, dy.Floats, dx.Impl.Floats, state.CountIncludePad, state.Divisor);
                node.Give(0, dx);
            })
            : result;
    }

    private static Tensor WithBatch(Tensor input, Func<Tensor, Tensor> pool)
    {
        if (input.Impl.Rank != 3) return pool(input);
        using var batch = input.unsqueeze(0);
        using var pooled = pool(batch);
        return pooled.squeeze(0);
    }

    private static PoolingSize SizeOf(
        string name, Tensor input, (long H, long W) window, (long H, long W) stride, (long H, long W) padding, (long H, long W) dilation, bool ceil)
    {
        Tensor.RequireFloat32(input, name);
        var x = input.Impl.Shape;
        if (x.Length != 4) throw TorchError.Create($"{name}: expected 3D or 4D input, but got input of size {Geometry.Format(x)}");
        if (window.H <= 0 || window.W <= 0 || stride.H <= 0 || stride.W <= 0 || dilation.H <= 0 || dilation.W <= 0)
            throw TorchError.Create($"{name}: kernel size, stride and dilation should be greater than zero");
        if (padding.H < 0 || padding.W < 0 || padding.H > window.H / 2 || padding.W > window.W / 2)
            throw TorchError.Create(
                $"{name}: pad should be at most half of effective kernel size, but got pad=({padding.H}, {padding.W}), kernel_size=({window.H}, {window.W})");
        var outH = OutputSize(x[2], window.H, stride.H, padding.H, dilation.H, ceil);
        var outW = OutputSize(x[3], window.W, stride.W, padding.W, dilation.W, ceil);
        if (outH <= 0 || outW <= 0)
        {
            throw TorchError.Create(
                $"Given input size: ({x[1]}x{x[2]}x{x[3]}). Calculated output size: ({x[1]}x{outH}x{outW}). Output size is too small for a {window.H}x{window.W} window");
        }

        // The kernels count places, those of the padding too, in 32 bits.
        _ = Geometry.Int(x[2] + (2 * padding.H)) + Geometry.Int(x[3] + (2 * padding.W));
        return new PoolingSize(
            Geometry.Int(x[0]), Geometry.Int(x[2]), Geometry.Int(x[3]), Geometry.Int(x[1]), Geometry.Int(window.H), Geometry.Int(window.W),
            Geometry.Int(stride.H), Geometry.Int(stride.W), Geometry.Int(padding.H), Geometry.Int(padding.W), Geometry.Int(dilation.H),
            Geometry.Int(dilation.W), Geometry.Int(outH), Geometry.Int(outW));
    }

    // With ceil, a window may begin inside the image or its left padding, not beyond.
    private static long OutputSize(long size, long window, long stride, long padding, long dilation, bool ceil)
    {
        var room = size + (2 * padding) - (dilation * (window - 1)) - 1;
        if (room < 0 && !ceil) return 0;
        var count = (long)Math.Floor((room + (ceil ? stride - 1 : 0)) / (double)stride) + 1;
        return ceil && (count - 1) * stride >= size + padding ? count - 1 : count;
    }
}
