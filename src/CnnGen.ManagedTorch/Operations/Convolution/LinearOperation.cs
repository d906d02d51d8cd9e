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
        using var x = input.Arranged(MemoryLayout.Contiguous);
        using var w = weights.Arranged(MemoryLayout.Contiguous);
        using var b = Held.Arranged(bias, MemoryLayout.Contiguous);
        var size = new Size(RowsOf(x.Impl), Geometry.Int(weights.Impl.Shape[0]), Geometry.Int(weights.Impl.Shape[1]));
        var result = NewResult(input.Impl, size.Outputs);
        var y = result.Impl;
        MatMul.Gemm(false, true, size.Rows, size.Outputs, size.Features, x.Floats, size.Features, w.Floats, size.Features, 0, y.Floats, size.Outputs);
        if (!b.IsNone && y.Count > 0) Elementwise.AddBiasRows(size.Rows, size.Outputs, y.Floats, b.Floats, y.Floats);
        return Tape.Records(input, weights, bias)
            ? Tape.Record(result, "LinearBackward", [input, weights, bias], [x, w], size, Backward)
            : result;
    }

    private readonly record struct Size(int Rows, int Outputs, int Features);

    private static int RowsOf(TensorImpl input) => Geometry.Int(Geometry.ElementCount(input.Shape.AsSpan(..^1)));

    // The input's shape with as many numbers at the end as the layer has outputs.
    private static Tensor NewResult(TensorImpl input, int outputs)
    {
        Span<long> shape = input.Rank <= Geometry.UsualRank ? stackalloc long[input.Rank] : new long[input.Rank];
        input.Shape.CopyTo(shape);
        shape[^1] = outputs;
        return Tensor.New(shape, ScalarType.Float32);
    }

    private static void Backward(Node node, in Size size, Tensor gradient)
    {
        using var dy = gradient.Arranged(MemoryLayout.Contiguous);
        var (rows, outputs, features) = (size.Rows, size.Outputs, size.Features);
        if (node.Wants(0))
        {
            var dx = Tensor.New(node.InputShape(0), ScalarType.Float32);
            MatMul.Gemm(false, false, rows, features, outputs, dy.Floats, outputs, node.Saved(1).Impl.Floats, features, 0, dx.Impl.Floats, features);
            node.Give(0, dx);
        }

        if (node.Wants(1))
        {
            var dw = Tensor.New([outputs, features], ScalarType.Float32);
            MatMul.Gemm(true, false, outputs, features, rows, dy.Floats, outputs, node.Saved(0).Impl.Floats, features, 0, dw.Impl.Floats, features);
            node.Give(1, dw);
        }

        if (!node.Wants(2)) return;
        var db = Tensor.New([outputs], ScalarType.Float32);
        Reduction.SumRows(rows, outputs, dy.Floats, db.Impl.Floats);
        node.Give(2, db);
    }

    private static void Check(Tensor input, Tensor weights, Tensor? bias)
    {
        Tensor.RequireFloat32(input, "linear");
        Tensor.RequireFloat32(weights, "linear: weight");
        if (bias is not null) Tensor.RequireFloat32(bias, "linear: bias");
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
