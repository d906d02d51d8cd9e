using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Sum([], false, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Sum([dim], keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => Sum([dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) => Sum([dim0, dim1, dim2], keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Sum(dim, keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => Sum(dim, keepdim, type);

        public Tensor mean() => Mean([], false, null);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Mean(dimensions, keepdim, type);

        public Tensor var(bool unbiased = true) => Variance([], unbiased, false, null);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Variance([dim], unbiased, keepdim, type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Variance(dimensions, unbiased, keepdim, type);

        public Tensor std(bool unbiased = true) => Deviation([], unbiased, false, null);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Deviation([dim], unbiased, keepdim, type);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Deviation(dimensions, unbiased, keepdim, type);

        public Tensor norm(float p = 2)
        {
            if (p != 2) throw TorchError.Create($"norm: only p = 2 is supported by this backend, not {p}");
            using var squares = square();
            using var total = squares.sum();
            return total.LengthOf();
        }

        private Tensor Sum(ReadOnlySpan<long> dims, bool keepDims, ScalarType? type)
        {
            var resultType = type ?? (dtype.IsFloating() ? dtype : ScalarType.Int64);
            if (dtype != resultType)
            {
                using var converted = to(resultType);
                return converted.Sum(dims, keepDims, null);
            }

            using var plan = ReductionPlan.For(Impl, dims);
            using var flat = plan.NewResult(resultType);
            SumLoops.Run(plan, flat.Impl);
            var result = plan.Shaped(flat, keepDims);
            return Tape.Records(this)
                ? Tape.Record(result, "SumBackward", [this], [], new SumState(KeptShape(dims)), static (node, in state, gradient) =>
                    node.Give(0, gradient.reshape(state.Kept).expand(node.InputShape(0), false)))
                : result;
        }

        private Tensor Mean(ReadOnlySpan<long> dims, bool keepDims, ScalarType? type)
        {
            if (!(type ?? dtype).IsFloating())
                throw TorchError.Create($"mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: {dtype}");
            using var total = Sum(dims, keepDims, type);
            return total.div((double)Impl.Count / Math.Max(1, total.Impl.Count));
        }

        private Tensor Variance(ReadOnlySpan<long> dims, bool unbiased, bool keepDims, ScalarType? type)
        {
            using var scope = NewDisposeScope();
            var x = type is { } wanted ? to(wanted) : this;
            var squares = x.sub(x.Mean(dims, true, null)).square();
            var total = squares.Sum(dims, keepDims, null);
            var count = (double)Impl.Count / Math.Max(1, total.Impl.Count);
            return total.div(unbiased ? Math.Max(0, count - 1) : count).MoveToOuterDisposeScope();
        }

        private Tensor Deviation(ReadOnlySpan<long> dims, bool unbiased, bool keepDims, ScalarType? type)
        {
            using var variance = Variance(dims, unbiased, keepDims, type);
            return variance.LengthOf();
        }

        // The root of a sum of squares. Where that is zero a root has no slope, but what it is the length of changes nothing at first.
        private Tensor LengthOf()
        {
            using var squares = Detached();
            var root = squares.sqrt();
            return Tape.Records(this)
                ? Tape.Record(root, "LengthBackward", [this], [root], static (node, gradient) =>
                {
                    var length = node.Saved(0);
                    node.Give(0, gradient.div(length.mul(2)).masked_fill(length.eq(0), 0));
                })
                : root;
        }

        private readonly record struct SumState(long[] Kept);

        private long[] KeptShape(ReadOnlySpan<long> dims)
        {
            var kept = (long[])Impl.Shape.Clone();
            if (dims.Length == 0) Array.Fill(kept, 1);
            else if (kept.Length > 0) foreach (var dim in dims) kept[Geometry.Dimension(dim, kept.Length)] = 1;
            return kept;
        }
    }
}
