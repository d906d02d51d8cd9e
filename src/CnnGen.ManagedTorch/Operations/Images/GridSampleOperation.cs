using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Reading images at given places, which need not be pixels.</summary>
internal static unsafe class GridSampleOperation
{
    public static Tensor Apply(Tensor input, Tensor grid, GridSampleMode mode, GridSamplePaddingMode padding, bool alignCorners)
    {
        Check(input, grid);
        var (x, places) = (input.Impl.Shape, grid.Impl.Shape);
        var size = new GridSize(
            (int)x[0], (int)x[2], (int)x[3], (int)x[1], (int)places[1], (int)places[2],
            mode == GridSampleMode.Nearest, padding, alignCorners);
        using var images = input.Arranged(MemoryLayout.ChannelsLast);
        using var where = grid.Arranged(MemoryLayout.Contiguous);
        var result = Tensor.New([x[0], x[1], places[1], places[2]], ScalarType.Float32, MemoryLayout.ChannelsLast);
        GridSampling.Forward(size, images.Impl.Floats, where.Impl.Floats, result.Impl.Floats);
        return Tape.Records(input, grid)
            ? Tape.Record(result, "GridSampler2DBackward", [input, grid], [images, where], size, Backward)
            : result;
    }

    private static void Backward(Node node, in GridSize size, Tensor gradient)
    {
        using var dy = gradient.Arranged(MemoryLayout.ChannelsLast);
        using var images = node.Saved(0);
        using var where = node.Saved(1);
        var dx = Tensor.New(images.Impl.Shape, ScalarType.Float32, MemoryLayout.ChannelsLast).zero_();
        var dGrid = Tensor.New(where.Impl.Shape, ScalarType.Float32);
        GridSampling.Backward(size, dy.Impl.Floats, images.Impl.Floats, where.Impl.Floats, dx.Impl.Floats, dGrid.Impl.Floats);
        node.Give(0, dx);
        node.Give(1, dGrid);
    }

    private static void Check(Tensor input, Tensor grid)
    {
        Tensor.RequireFloat32(input, "grid_sample");
        Tensor.RequireFloat32(grid, "grid_sample");
        var (x, places) = (input.Impl.Shape, grid.Impl.Shape);
        if (x.Length != 4 || places.Length != 4 || places[3] != 2)
        {
            throw TorchError.Create(
                $"grid_sampler(): expected images of 4 dimensions and a grid with size 2 in its last, but got {Geometry.Format(x)} and {Geometry.Format(places)}");
        }

        if (x[0] != places[0])
        {
            throw TorchError.Create(
                $"grid_sampler(): expected grid and input to have same batch size, but got input with sizes {Geometry.Format(x)} " +
                $"and grid with sizes {Geometry.Format(places)}");
        }

        if (x[2] == 0 || x[3] == 0)
            throw TorchError.Create($"grid_sampler(): expected input to have non-empty spatial dimensions, but input has sizes {Geometry.Format(x)}");
    }
}
