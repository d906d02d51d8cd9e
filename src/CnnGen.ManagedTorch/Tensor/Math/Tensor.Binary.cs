using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;

namespace TorchSharp;

// How two operands meet: common shape, element type and order in memory. The operations themselves are in Tensor.Arithmetic.
public static partial class torch
{
    public partial class Tensor
    {
        private static Tensor Combine(BinaryOperator op, Tensor a, Tensor b)
        {
            var type = ResultType(op, ScalarTypes.Promote(a.dtype, a.Impl.Rank, b.dtype, b.Impl.Rank));
            var (shape, layout) = Meet(a.Impl, b.Impl);
            if (b.Impl.Count == 1 && a.dtype == type && a.Impl.Shape.Length == shape.Length)
                return CombineScalar(op, a, b.ReadScalar(), numberFirst: false, type);
            using var x = a.Arranged(layout, shape, type);
            using var y = b.Arranged(layout, shape, type);
            var result = New(shape, type, layout);
            RunInto(op, x.Impl, y.Impl, result.Impl);
            return result;
        }

        private static Tensor CombineScalar(BinaryOperator op, Tensor a, Scalar number, bool numberFirst) =>
            CombineScalar(op, a, number, numberFirst, ResultType(op, ScalarTypes.Promote(a.dtype, number)));

        private static unsafe Tensor CombineScalar(BinaryOperator op, Tensor a, Scalar number, bool numberFirst, ScalarType type)
        {
            var layout = a.Impl.Layout;
            using var x = a.Arranged(layout, a.Impl.Shape, type);
            var result = New(a.Impl.Shape, type, layout);
            RequireDivisor(op, type, number, numberFirst);
            BinaryLoops.RunScalar(op, type, result.Impl.Count, x.Impl.Pointer, number, numberFirst, result.Impl.Pointer);
            return result;
        }

        private static unsafe Tensor CompareWith(Comparison comparison, Tensor a, Tensor b)
        {
            var type = ScalarTypes.Promote(a.dtype, a.Impl.Rank, b.dtype, b.Impl.Rank);
            var (shape, layout) = Meet(a.Impl, b.Impl);
            using var x = a.Arranged(layout, shape, type);
            using var y = b.Arranged(layout, shape, type);
            var result = New(shape, ScalarType.Bool, layout);
            BinaryLoops.Compare(comparison, type, result.Impl.Count, x.Impl.Pointer, y.Impl.Pointer, result.Impl.Pointer);
            return result;
        }

        // Compared in the type of the tensor, as PyTorch does: 0.7 is the float 0.7 beside a float, even one without dimensions.
        private static Tensor CompareWith(Comparison comparison, Tensor a, Scalar number)
        {
            var type = ScalarTypes.Promote(a.dtype, number);
            using var tensor = a.to(type);
            using var other = full([], number, type);
            return CompareWith(comparison, tensor, other);
        }

        /// <summary>Writes over the left operand, in one pass where the tape does not look.</summary>
        private Tensor CombineInPlace(BinaryOperator op, Tensor other, Func<Tensor, Tensor, Tensor> recorded)
        {
            if (Tape.Records(this, other)) return WriteOver(other, recorded);
            using var y = other.Arranged(Impl.Layout, RequireStretch(other), dtype);
            if (Impl.Has(Impl.Layout) && ResultType(op, dtype) == dtype)
            {
                RunInto(op, Impl, y.Impl, Impl);
                Impl.NoteWrite();
                return this;
            }

            using var right = y.Handle();
            using var result = Combine(op, this, right);
            StridedCopy.Copy(result.Impl, Impl);
            Impl.NoteWrite();
            return this;
        }

        private unsafe Tensor CombineInPlace(BinaryOperator op, Scalar number, Func<Tensor, Scalar, Tensor> recorded)
        {
            if (Tape.Records(this)) return WriteOver(number, recorded);
            if (!Impl.Has(Impl.Layout) || ResultType(op, ScalarTypes.Promote(dtype, number)) != dtype) return WriteOver(number, recorded);
            RequireDivisor(op, dtype, number, false);
            BinaryLoops.RunScalar(op, dtype, Impl.Count, Impl.Pointer, number, false, Impl.Pointer);
            Impl.NoteWrite();
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>
        /// Replaces the elements by what an operation makes of them. With the tape running, the operation works on a copy,
        /// so that the values it saves stay.
        /// </summary>
        internal Tensor WriteOver(Func<Tensor, Tensor> operation) => WriteOver(operation, static (self, operation) => operation(self));

        /// <summary>As above, for an operation with an argument.</summary>
        internal Tensor WriteOver<TArgument>(TArgument argument, Func<Tensor, TArgument, Tensor> operation)
        {
            RequireWritable();
            using var before = Impl.RequiresGrad && GradMode.Enabled ? CopyWithHistory() : GradMode.Enabled ? CopyIn(Impl.Layout) : Share();
            using var after = operation(before, argument);
            if (!after.Impl.Shape.AsSpan().SequenceEqual(Impl.Shape))
            {
                throw TorchError.Create(
                    $"output with shape {Geometry.Format(Impl.Shape)} doesn't match the broadcast shape {Geometry.Format(after.Impl.Shape)}");
            }

            if (after.dtype.IsFloating() && !dtype.IsFloating())
                throw TorchError.Create($"result type {after.dtype} can't be cast to the desired output type {dtype}");
            var producer = after.Impl.Producer;
            StridedCopy.Copy(after.Impl, Impl);
            Impl.NoteWrite();
            if (producer is not null) Impl.Rebase(producer);
            return this;
        }

        /// <summary>PyTorch's rule: a leaf that collects gradients may change only where the tape does not look.</summary>
        private void RequireWritable()
        {
            if (GradMode.Enabled && Impl.RequiresGradAsLeaf)
                throw TorchError.Create("a leaf Variable that requires grad is being used in an in-place operation. Use torch.no_grad() around it.");
        }

        private Tensor CopyWithHistory()
        {
            var copy = CopyIn(Impl.Layout);
            copy.Impl.SetProducer(Impl.Producer);
            return copy;
        }

        private long[] RequireStretch(Tensor other)
        {
            var shape = Impl.Shape;
            if (!Geometry.Broadcast(shape, other.Impl.Shape).AsSpan().SequenceEqual(shape))
                throw TorchError.Create(
                    $"output with shape {Geometry.Format(shape)} doesn't match the broadcast shape with {Geometry.Format(other.Impl.Shape)}");
            return shape;
        }

        private static unsafe void RunInto(BinaryOperator op, TensorImpl a, TensorImpl b, TensorImpl result)
        {
            RequireDivisors(op, b);
            BinaryLoops.Run(op, result.Type, result.Count, a.Pointer, b.Pointer, result.Pointer);
            GC.KeepAlive(a);
            GC.KeepAlive(b);
        }

        private static (long[] Shape, MemoryLayout Layout) Meet(TensorImpl a, TensorImpl b)
        {
            if (a.Shape.AsSpan().SequenceEqual(b.Shape)) return (a.Shape, a.Has(a.Layout) ? a.Layout : b.Layout);
            var shape = Geometry.Broadcast(a.Shape, b.Shape);
            return (shape, a.Shape.AsSpan().SequenceEqual(shape) ? a.Layout : b.Shape.AsSpan().SequenceEqual(shape) ? b.Layout : MemoryLayout.Contiguous);
        }

        private static ScalarType ResultType(BinaryOperator op, ScalarType type) =>
            op == BinaryOperator.Divide && !type.IsFloating() ? get_default_dtype() : type;

        private static void RequireDivisor(BinaryOperator op, ScalarType type, Scalar number, bool numberFirst)
        {
            if (op == BinaryOperator.Remainder && !type.IsFloating() && !numberFirst && number.Whole == 0) TorchError.Throw("ZeroDivisionError");
        }

        private static void RequireDivisors(BinaryOperator op, TensorImpl impl)
        {
            if (op != BinaryOperator.Remainder || impl.Type.IsFloating()) return;
            impl.Retain();
            using var divisors = Unscoped(impl);
            using var zeros = divisors.eq(0);
            using var any = zeros.any();
            if (any.ToBoolean()) TorchError.Throw("ZeroDivisionError");
        }
    }
}
