using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;
using Rows = CnnGen.ManagedTorch.Kernels.Reduction;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public unsafe Tensor softmax(long dim, ScalarType? dtype = null)
        {
            using var x = dtype is { } type ? to(type) : Share();
            var (rows, d) = x.RowsAlong(dim);
            using (rows)
            {
                var y = NewLike(rows);
                Rows.Softmax(RowCount(rows), RowLength(rows), rows.Impl.Floats, y.Impl.Floats);
                return x.RecordRows(y, d, "SoftmaxBackward", &Rows.SoftmaxBackward);
            }
        }

        public unsafe Tensor log_softmax(long dim, ScalarType? dtype = null)
        {
            using var x = dtype is { } type ? to(type) : Share();
            var (rows, d) = x.RowsAlong(dim);
            using (rows)
            {
                var y = NewLike(rows);
                Rows.LogSoftmax(RowCount(rows), RowLength(rows), rows.Impl.Floats, y.Impl.Floats);
                return x.RecordRows(y, d, "LogSoftmaxBackward", &Rows.LogSoftmaxBackward);
            }
        }

        // The dimension moved to the end, dense. A number counts as one row of one.
        private (Tensor Rows, int Dim) RowsAlong(long dim)
        {
            RequireFloat32(this, "softmax");
            var d = Geometry.Dimension(dim, Impl.Rank);
            if (Impl.Rank == 0 || d == Impl.Rank - 1) return (Arranged(MemoryLayout.Contiguous), d);
            using var moved = Detached().transpose(d, -1);
            return (moved.Arranged(MemoryLayout.Contiguous), d);
        }

        private unsafe Tensor RecordRows(Tensor y, int d, string name, delegate*<long, int, float*, float*, float*, void> kernel)
        {
            var result = d == Math.Max(0, Impl.Rank - 1) ? y : y.transpose(d, -1);
            if (!Tape.Records(this)) return result;
            var address = (nint)kernel;
            return Tape.Record(result, name, [this], [y], (node, gradient) =>
            {
                var output = node.Saved(0);
                using var dy = gradient.RowsAlong(d).Rows;
                var dx = NewLike(output);
                ((delegate*<long, int, float*, float*, float*, void>)address)(
                    RowCount(output), RowLength(output), dy.Impl.Floats, output.Impl.Floats, dx.Impl.Floats);
                node.Give(0, d == Math.Max(0, output.Impl.Rank - 1) ? dx : dx.transpose(d, -1));
            });
        }

        private static Tensor NewLike(Tensor rows) => New(rows.Impl.Shape, ScalarType.Float32);

        private static int RowLength(Tensor rows) => rows.Impl.Rank == 0 ? 1 : checked((int)rows.Impl.Shape[^1]);

        private static long RowCount(Tensor rows) => RowLength(rows) == 0 ? 0 : rows.Impl.Count / RowLength(rows);
    }
}
