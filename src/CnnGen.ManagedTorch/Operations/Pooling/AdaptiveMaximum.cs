using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Max pooling to a given size: cell i of n covers what lies between i/n and (i+1)/n of the image.</summary>
internal static class AdaptiveMaximum
{
    public static Tensor Apply(Tensor input, (long H, long W) target)
    {
        var rank = input.Impl.Rank;
        if (rank is not (3 or 4)) throw TorchError.Create($"adaptive_max_pool2d(): Expected 3D or 4D tensor, but got {Geometry.Format(input.Impl.Shape)}");
        var (height, width) = (input.Impl.Shape[rank - 2], input.Impl.Shape[rank - 1]);
        if (target.H <= 0 || target.W <= 0 || height == 0 || width == 0)
            throw TorchError.Create($"adaptive_max_pool2d(): cannot bring {Geometry.Format(input.Impl.Shape)} to [{target.H}, {target.W}]");
        if (height % target.H == 0 && width % target.W == 0)
        {
            var window = (height / target.H, width / target.W);
            return PoolingOperation.Max("adaptive_max_pool2d", input, window, window, (0, 0), (1, 1), false);
        }

        // The maximum of a rectangle is that of its rows' maxima; of several equal ones both find the first.
        using var scope = NewDisposeScope();
        return AlongAxis(AlongAxis(input, rank - 1, target.W), rank - 2, target.H).MoveToOuterDisposeScope();
    }

    private static Tensor AlongAxis(Tensor input, int dim, long cells)
    {
        var size = input.Impl.Shape[dim];
        var maxima = new Tensor[cells];
        for (var i = 0L; i < cells; i++)
        {
            var start = i * size / cells;
            var end = (((i + 1) * size) + cells - 1) / cells;
            maxima[i] = input.narrow(dim, start, end - start).max(dim).values;
        }

        return stack(maxima, dim);
    }
}
