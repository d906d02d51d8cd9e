using CnnGen.ManagedTorch.Autograd;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Average pooling to a given size: cell i of n covers what lies between i/n and (i+1)/n of the image.</summary>
internal static unsafe class AdaptivePoolingOperation
{
    /// <param name="target">Height and width of the result; a negative one keeps the image's.</param>
    public static Tensor Average(Tensor input, (long H, long W) target)
    {
        Tensor.RequireFloat32(input, "adaptive_avg_pool2d");
        var rank = input.Impl.Rank;
        if (rank is not (3 or 4)) throw TorchError.Create($"adaptive_avg_pool2d(): Expected 3D or 4D tensor, but got {Geometry.Format(input.Impl.Shape)}");
        var (height, width) = (input.Impl.Shape[rank - 2], input.Impl.Shape[rank - 1]);
        if (target.H < 0) target.H = height;
        if (target.W < 0) target.W = width;

        // The two common sizes have faster ways.
        if (target == (1, 1)) return input.mean([rank - 2, rank - 1], true);
        if (target.H > 0 && target.W > 0 && height % target.H == 0 && width % target.W == 0)
        {
            var window = (height / target.H, width / target.W);
            return PoolingOperation.Average("adaptive_avg_pool2d", input, window, window, (0, 0), false, true, null);
        }

        if (height == 0 || width == 0)
            throw TorchError.Create($"adaptive_avg_pool2d(): Expected input to have non-zero size for non-batch dimensions, but input has sizes {Geometry.Format(input.Impl.Shape)}");
        if (rank == 4) return AverageOfBatch(input, target);
        using var batch = input.unsqueeze(0);
        using var pooled = AverageOfBatch(batch, target);
        return pooled.squeeze(0);
    }

    private static Tensor AverageOfBatch(Tensor input, (long H, long W) target)
    {
        var shape = input.Impl.Shape;
        using var x = input.Arranged(MemoryLayout.ChannelsLast);
        var result = Tensor.New([shape[0], shape[1], target.H, target.W], ScalarType.Float32, MemoryLayout.ChannelsLast);
        ForEachCell(shape, target, result.Impl.Floats, x.Impl.Floats, Gather);
        return Tape.Records(input)
            ? Tape.Record(result, "AdaptiveAvgPool2DBackward", [input], [], target, static (node, in target, gradient) =>
            {
                using var dy = gradient.Arranged(MemoryLayout.ChannelsLast);
                var dx = Tensor.New(node.InputShape(0), ScalarType.Float32, MemoryLayout.ChannelsLast).zero_();
                ForEachCell(node.InputShape(0), target, dy.Impl.Floats, dx.Impl.Floats, Scatter);
                node.Give(0, dx);
            })
            : result;
    }

    /// <summary>One cell, all its channels: the cell's own values and the first of its pixels.</summary>
    private delegate void Visit(float* cell, float* pixels, int channels, int rows, int columns, long rowStride);

    private static void ForEachCell(long[] shape, (long H, long W) target, float* cells, float* pixels, Visit visit)
    {
        var (n, c, h, w) = (shape[0], shape[1], shape[2], shape[3]);
        for (long image = 0; image < n; image++)
        {
            for (long i = 0; i < target.H; i++)
            {
                var (top, bottom) = Range(i, target.H, h);
                for (long j = 0; j < target.W; j++)
                {
                    var (left, right) = Range(j, target.W, w);
                    var first = pixels + ((((image * h) + top) * w) + left) * c;
                    visit(cells, first, (int)c, (int)(bottom - top), (int)(right - left), w * c);
                    cells += c;
                }
            }
        }
    }

    private static (long Start, long End) Range(long cell, long cells, long size) =>
        (cell * size / cells, (((cell + 1) * size) + cells - 1) / cells);

    private static void Gather(float* cell, float* pixels, int channels, int rows, int columns, long rowStride)
    {
        new Span<float>(cell, channels).Clear();
        for (var r = 0; r < rows; r++)
        {
            for (var i = 0; i < columns * channels; i++) cell[i % channels] += pixels[(r * rowStride) + i];
        }

        for (var k = 0; k < channels; k++) cell[k] /= rows * columns;
    }

    private static void Scatter(float* cell, float* pixels, int channels, int rows, int columns, long rowStride)
    {
        for (var r = 0; r < rows; r++)
        {
            for (var i = 0; i < columns * channels; i++) pixels[(r * rowStride) + i] += cell[i % channels] / (rows * columns);
        }
    }
}
