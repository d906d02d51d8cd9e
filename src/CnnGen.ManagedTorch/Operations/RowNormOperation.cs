using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Normalization of each example by statistics of its own: over groups of channels or over the last dimensions.</summary>
internal static unsafe class RowNormOperation
{
    /// <summary>Over each group of channels and all places of an example.</summary>
    public static Tensor Group(Tensor input, long groups, Tensor? weight, Tensor? bias, double eps)
    {
        Tensor.RequireFloat32(input, "group_norm");
        var shape = input.Impl.Shape;
        if (shape.Length < 2) throw TorchError.Create($"Expected at least 2 dimensions for input tensor but received {shape.Length}");
        if (groups <= 0 || shape[1] % groups != 0)
        {
            throw TorchError.Create(
                $"Expected number of channels in input to be divisible by num_groups, but got input of shape {Geometry.Format(shape)} and num_groups={groups}");
        }

        RequireFits(weight, [shape[1]], "weight", "group_norm");
        RequireFits(bias, [shape[1]], "bias", "group_norm");
        using var scope = NewDisposeScope();
        long[] perChannel = [-1, .. Enumerable.Repeat(1L, shape.Length - 2)];
        return Scaled(Normalized(input, shape[0] * groups, eps), weight?.reshape(perChannel), bias?.reshape(perChannel)).MoveToOuterDisposeScope();
    }

    /// <summary>Over the last dimensions.</summary>
    public static Tensor Layer(Tensor input, long[] normalized, Tensor? weight, Tensor? bias, double eps)
    {
        Tensor.RequireFloat32(input, "layer_norm");
        var shape = input.Impl.Shape;
        if (normalized.Length == 0 || normalized.Length > shape.Length || !shape.AsSpan(^normalized.Length..).SequenceEqual(normalized))
        {
            throw TorchError.Create(
                $"Given normalized_shape={Geometry.Format(normalized)}, expected input to end with these sizes, but got input of size{Geometry.Format(shape)}");
        }

        RequireFits(weight, normalized, "weight", "layer_norm");
        RequireFits(bias, normalized, "bias", "layer_norm");
        using var scope = NewDisposeScope();
        return Scaled(Normalized(input, Geometry.ElementCount(shape.AsSpan(..^normalized.Length)), eps), weight, bias).MoveToOuterDisposeScope();
    }

    private static Tensor Scaled(Tensor normalized, Tensor? weight, Tensor? bias)
    {
        var scaled = weight is null ? normalized : normalized.mul(weight);
        return bias is null ? scaled : scaled.add(bias);
    }

    // The result lies in memory as the input did: what comes next expects channels last where this did.
    private static Tensor Normalized(Tensor input, long rows, double eps)
    {
        var layout = input.Impl.Layout;
        var length = rows == 0 ? 0 : Geometry.Int(input.Impl.Count / rows);
        var count = Geometry.Int(rows);
        using var x = input.Arranged(MemoryLayout.Contiguous);
        using var inverse = Held.New([rows], ScalarType.Float32);
        using var normal = Held.New(input.Impl.Shape, ScalarType.Float32);
        RowNormalization.Forward(count, length, x.Impl.Floats, eps, normal.Impl.Floats, inverse.Impl.Floats);
        var result = InLayout(normal, layout);
        return Tape.Records(input)
            ? Tape.Record(result, "RowNormBackward", [input], [normal, inverse], new State(count, length, layout), static (node, in state, gradient) =>
            {
                using var dy = gradient.Arranged(MemoryLayout.Contiguous);
                var (y, factors) = (node.Saved(0), node.Saved(1));
                using var dx = Held.New(node.InputShape(0), ScalarType.Float32);
                RowNormalization.Backward(state.Rows, state.Length, y.Impl.Floats, factors.Impl.Floats, dy.Floats, dx.Floats);
                node.Give(0, InLayout(dx, state.Layout));
            })
            : result;
    }

    private readonly record struct State(int Rows, int Length, MemoryLayout Layout);

    // Another window on dense elements, or a copy of them.
    private static Tensor InLayout(in Held dense, MemoryLayout layout) =>
        Tensor.Of(layout == MemoryLayout.Contiguous ? dense.Impl.Window() : dense.Impl.CopyIn(layout));

    private static void RequireFits(Tensor? tensor, long[] shape, string what, string name)
    {
        if (tensor is null) return;
        if (tensor.dtype != ScalarType.Float32) Tensor.RequireFloat32(tensor, $"{name}: {what}");
        if (!tensor.Impl.HasShape(shape))
            throw TorchError.Create($"{name}: expected {what} to be of shape {Geometry.Format(shape)}, but got {Geometry.Format(tensor.Impl.Shape)}");
    }
}
