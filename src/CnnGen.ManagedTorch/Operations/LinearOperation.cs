using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>A dense layer: input · weightsᵀ + bias.</summary>
internal static unsafe class LinearOperation
{
    public static Tensor Apply(Tensor input, Tensor weights, Tensor? bias)
    {
        Check(input, weights, bias);
        var (outputs, features) = (weights.Impl.Shape[0], weights.Impl.Shape[1]);
        using var dense = input.Arranged(MemoryLayout.Contiguous);
        using var rows = dense.Windowed([features == 0 ? 0 : input.Impl.Count / features, features], [features, 1], dense.Impl.Offset);
        using var transposed = weights.Windowed([features, outputs], [weights.Impl.Strides[1], weights.Impl.Strides[0]], weights.Impl.Offset);
        var result = Tensor.Product(rows, transposed);
        if (bias is not null) AddBias(result, bias);
        if (input.Impl.Rank != 2) result = Reshaped(result, [.. input.Impl.Shape.AsSpan(..^1), outputs]);
        return Tape.Records(input, weights, bias)
            ? Tape.Record(result, "LinearBackward", [input, weights, bias], [rows, weights], Backward)
            : result;
    }

    private static Tensor Reshaped(Tensor product, long[] shape)
    {
        using var matrix = product;
        return matrix.Windowed(shape, Geometry.Strides(shape, MemoryLayout.Contiguous), 0);
    }

    private static void Backward(Node node, Tensor gradient)
    {
        var outputs = gradient.Impl.Shape[^1];
        var dy = gradient.reshape(-1, outputs).contiguous();
        if (node.Wants(0)) node.Give(0, Tensor.Product(dy, node.Saved(1)).reshape(node.InputShape(0)));
        if (node.Wants(1)) node.Give(1, Tensor.Product(dy.t(), node.Saved(0)));
        if (node.Wants(2)) node.Give(2, dy.sum(0L));
    }

    private static void AddBias(Tensor product, Tensor bias)
    {
        using var dense = bias.Arranged(MemoryLayout.Contiguous);
        var (rows, columns) = (product.Impl.Shape[0], (int)product.Impl.Shape[1]);
        if (rows > 0) Elementwise.AddBiasRows(rows, columns, product.Impl.Floats, dense.Impl.Floats, product.Impl.Floats);
    }

    private static void Check(Tensor input, Tensor weights, Tensor? bias)
    {
        Tensor.RequireFloat32(input, "linear");
        if (weights.Impl.Rank != 2) throw TorchError.Create($"linear: the weight must be a matrix, but its shape is {Geometry.Format(weights.Impl.Shape)}");
        if (input.Impl.Rank == 0 || input.Impl.Shape[^1] != weights.Impl.Shape[1])
        {
            throw TorchError.Create(
                $"mat1 and mat2 shapes cannot be multiplied: the input is {Geometry.Format(input.Impl.Shape)}, the weight {Geometry.Format(weights.Impl.Shape)} " +
                $"takes {weights.Impl.Shape[1]} features");
        }

        if (bias is not null && (bias.Impl.Rank != 1 || bias.Impl.Count != weights.Impl.Shape[0]))
            throw TorchError.Create($"linear: the bias is {Geometry.Format(bias.Impl.Shape)}, but the weight {Geometry.Format(weights.Impl.Shape)} gives {weights.Impl.Shape[0]} features");
    }
}
