using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor mm(Tensor target)
        {
            if (Impl.Rank != 2 || target.Impl.Rank != 2) throw TorchError.Create(
                $"mm: expected two matrices, got {Impl.Rank}-D and {target.Impl.Rank}-D tensors");
            var result = Product(this, target);
            return Tape.Records(this, target)
                ? Tape.Record(result, "MmBackward", [this, target], [this, target], static (node, gradient) =>
                {
                    if (node.Wants(0)) node.Give(0, Product(gradient, node.Saved(1).t()));
                    if (node.Wants(1)) node.Give(1, Product(node.Saved(0).t(), gradient));
                })
                : result;
        }

        /// <summary>Matrix product; vectors count as a row on the left and a column on the right, further dimensions as batches.</summary>
        public Tensor matmul(Tensor target)
        {
            if (Impl.Rank == 0 || target.Impl.Rank == 0) throw TorchError.Create("both arguments to matmul need to be at least 1D, but they are 0D");
            using var scope = NewDisposeScope();
            var left = Impl.Rank == 1 ? unsqueeze(0) : this;
            var right = target.Impl.Rank == 1 ? target.unsqueeze(1) : target;
            var product = left.Impl.Rank == 2 && right.Impl.Rank == 2 ? left.mm(right) : Batched(left, right);
            if (target.Impl.Rank == 1) product = product.squeeze(-1);
            if (Impl.Rank == 1) product = product.squeeze(target.Impl.Rank == 1 ? -1 : -2);
            return product.MoveToOuterDisposeScope();
        }

        /// <summary>The products of two batches of matrices, of equal number.</summary>
        public Tensor bmm(Tensor batch2)
        {
            var (left, right) = (Impl.Shape, batch2.Impl.Shape);
            if (left.Length != 3 || right.Length != 3) throw TorchError.Create("batch1 and batch2 must be 3D tensors");
            if (left[0] != right[0] || left[2] != right[1])
            {
                throw TorchError.Create(
                    $"Expected size for first two dimensions of batch2 tensor to be: [{left[0]}, {left[2]}] but got: [{right[0]}, {right[1]}]: " +
                    $"the shapes are {Geometry.Format(left)} and {Geometry.Format(right)}.");
            }

            return matmul(batch2);
        }

        public Tensor dot(Tensor target)
        {
            if (Impl.Rank != 1 || target.Impl.Rank != 1) throw TorchError.Create("1D tensors expected");
            return matmul(target);
        }

        private static Tensor Batched(Tensor left, Tensor right)
        {
            var batch = Geometry.Broadcast(left.Impl.Shape.AsSpan(..^2), right.Impl.Shape.AsSpan(..^2));
            var (rows, inner, columns) = (left.Impl.Shape[^2], left.Impl.Shape[^1], right.Impl.Shape[^1]);
            // A batch against one matrix is one tall product.
            var count = Geometry.ElementCount(batch);
            if (right.Impl.Rank == 2) return left.reshape(count * rows, inner).mm(right).reshape([.. batch, rows, columns]);
            // No product at all has no elements either; this one knows where it comes from.
            if (count == 0) return left.sum(-1, true) * right.sum(-2, true);
            var a = left.expand([.. batch, rows, inner]).reshape(count, rows, inner).unbind();
            var b = right.expand([.. batch, right.Impl.Shape[^2], columns]).reshape(count, right.Impl.Shape[^2], columns).unbind();
            var products = new Tensor[a.Length];
            for (var i = 0; i < products.Length; i++) products[i] = a[i].mm(b[i]);
            return stack(products).reshape([.. batch, rows, columns]);
        }

        /// <summary>The plain product of two matrices, outside the tape. A transposed matrix is read as it lies.</summary>
        internal static unsafe Tensor Product(Tensor a, Tensor b)
        {
            if (a.Impl.Shape[1] != b.Impl.Shape[0])
                throw TorchError.Create(
                    $"mat1 and mat2 shapes cannot be multiplied ({a.Impl.Shape[0]}x{a.Impl.Shape[1]} and {b.Impl.Shape[0]}x{b.Impl.Shape[1]})");
            RequireFloat32(a, "matmul");
            RequireFloat32(b, "matmul");
            using var left = AsMatrix(a, out var transposeLeft, out var leftStride);
            using var right = AsMatrix(b, out var transposeRight, out var rightStride);
            var (m, n, k) = (Geometry.Int(a.Impl.Shape[0]), Geometry.Int(b.Impl.Shape[1]), Geometry.Int(a.Impl.Shape[1]));
            var result = New([m, n], ScalarType.Float32);
            if (k == 0) return result.zero_();
            if (m > 0 && n > 0)
                MatMul.Gemm(transposeLeft, transposeRight, m, n, k, left.Impl.Floats, leftStride, right.Impl.Floats, rightStride, 0, result.Impl.Floats, n);
            return result;
        }

        internal static void RequireFloat32(Tensor tensor, string operation) => RequireFloat32(tensor.Impl.Type, operation);

        internal static void RequireFloat32(ScalarType type, string operation)
        {
            if (type != ScalarType.Float32) throw TorchError.WrongType(operation, "a tensor of type Float32", type);
        }

        private static Held AsMatrix(Tensor matrix, out bool transposed, out int stride)
        {
            var (shape, strides) = (matrix.Impl.Shape, matrix.Impl.Strides);
            transposed = strides[1] != 1 && strides[0] == 1 && strides[1] >= shape[0] && shape[0] > 1;
            var direct = transposed || ((strides[1] == 1 || shape[1] == 1) && (strides[0] >= shape[1] || shape[0] == 1));
            stride = (int)(!direct ? shape[1] : transposed ? strides[1] : shape[0] == 1 ? Math.Max(1, shape[1]) : strides[0]);
            return direct ? Held.Share(matrix.Impl) : matrix.Arranged(MemoryLayout.Contiguous);
        }
    }
}
