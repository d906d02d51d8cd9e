using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;
using Rows = CnnGen.ManagedTorch.Kernels.Reduction;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public unsafe Tensor softmax(long dim, ScalarType? dtype = null) =>
            InRows(dim, dtype, "SoftmaxBackward", &Rows.Softmax, &Rows.SoftmaxBackward);

        public unsafe Tensor log_softmax(long dim, ScalarType? dtype = null) =>
            InRows(dim, dtype, "LogSoftmaxBackward", &Rows.LogSoftmax, &Rows.LogSoftmaxBackward);

        private unsafe Tensor InRows(
            long dim, ScalarType? dtype, string name, delegate*<long, int, float*, float*, void> forward, delegate*<long, int, float*, float*, float*, void> backward)
        {
            if (dtype is { } type && type != this.dtype)
            {
                using var converted = to(type);
                return converted.InRows(dim, null, name, forward, backward);
            }

            using var rows = RowsAlong(dim, out var d);
            var y = NewLike(rows.Impl);
            forward(RowCount(rows.Impl), RowLength(rows.Impl), rows.Floats, y.Impl.Floats);
            return RecordRows(y, d, name, backward);
        }

        // The dimension moved to the end, dense. A number counts as one row of one.
        private Held RowsAlong(long dim, out int d)
        {
            RequireFloat32(this, "softmax");
            d = Geometry.Dimension(dim, Impl.Rank);
            if (Impl.Rank == 0 || d == Impl.Rank - 1) return Arranged(MemoryLayout.Contiguous);
            using var plain = Detached();
            using var moved = plain.transpose(d, -1);
            return moved.Arranged(MemoryLayout.Contiguous);
        }

        private readonly record struct RowsState(int Dim, nint Kernel);

        private unsafe Tensor RecordRows(Tensor y, int d, string name, delegate*<long, int, float*, float*, float*, void> kernel)
        {
            var result = d == Math.Max(0, Impl.Rank - 1) ? y : y.transpose(d, -1);
            return Tape.Records(this) ? Tape.Record(result, name, [this], [y], new RowsState(d, (nint)kernel), RowsRule) : result;
        }

        private static readonly unsafe BackwardRule<RowsState> RowsRule = static (node, in state, gradient) =>
        {
            var y = node.Saved(0);
            using var dy = gradient.RowsAlong(state.Dim, out _);
            var dx = NewLike(y.Impl);
            ((delegate*<long, int, float*, float*, float*, void>)state.Kernel)(
                RowCount(y.Impl), RowLength(y.Impl), dy.Floats, y.Impl.Floats, dx.Impl.Floats);
            node.Give(0, state.Dim == Math.Max(0, y.Impl.Rank - 1) ? dx : dx.transpose(state.Dim, -1));
        };

        private static Tensor NewLike(TensorImpl rows) => New(rows.Shape, ScalarType.Float32);

        private static int RowLength(TensorImpl rows) => rows.Rank == 0 ? 1 : Geometry.Int(rows.Shape[^1]);

        private static long RowCount(TensorImpl rows) => RowLength(rows) == 0 ? 0 : rows.Count / RowLength(rows);
    }
}
