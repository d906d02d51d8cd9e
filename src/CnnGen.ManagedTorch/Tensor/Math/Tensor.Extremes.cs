using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor max() => Extreme(largest: true);

        public Tensor min() => Extreme(largest: false);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Extreme(dim, keepdim, largest: true);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Extreme(dim, keepdim, largest: false);

        public Tensor amax(params long[] dims) => Extreme(dims, false, largest: true);

        /// <summary>The largest over several dimensions; equal ones share the gradient.</summary>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => Into(@out, Extreme(dims, keepdim, largest: true));

        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => Into(@out, Extreme(dims, keepdim, largest: true));

        public Tensor amin(params long[] dims) => Extreme(dims, false, largest: false);

        /// <summary>The smallest over several dimensions; equal ones share the gradient.</summary>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => Into(@out, Extreme(dims, keepdim, largest: false));

        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => Into(@out, Extreme(dims, keepdim, largest: false));

        public Tensor argmax() => Places([], false, largest: true);

        public Tensor argmax(long dim, bool keepdim = false) => Places([dim], keepdim, largest: true);

        public Tensor argmin() => Places([], false, largest: false);

        public Tensor argmin(long dim, bool keepdim = false) => Places([dim], keepdim, largest: false);

        public Tensor all() => Truth(all: true, null, false);

        public Tensor all(long dim, bool keepdim = false) => Truth(all: true, dim, keepdim);

        public Tensor any() => Truth(all: false, null, false);

        public Tensor any(long dim, bool keepdim = false) => Truth(all: false, dim, keepdim);

        /// <summary>The k largest (or smallest) along a dimension, in order, and where they are.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            var d = Geometry.Dimension(dim, Impl.Rank);
            if (k < 0 || k > Impl.Shape[d]) throw TorchError.Create($"selected index k out of range: k is {k}, the dimension has size {Impl.Shape[d]}");
            using var plain = Detached();
            using var moved = plain.transpose(d, -1);
            using var rows = moved.Arranged(MemoryLayout.Contiguous);
            using var places = Unscoped(TopPlaces(rows, k, largest));
            var indexes = places.transpose(d, -1).CopyIn(MemoryLayout.Contiguous);
            return (gather(d, indexes), indexes);
        }

        /// <summary>Along one dimension, the elements at the given places.</summary>
        public Tensor gather(long dim, Tensor index)
        {
            var d = Geometry.Dimension(dim, Impl.Rank);
            if (index.dtype != ScalarType.Int64) throw TorchError.WrongType("gather()", "an index of type Int64", index.dtype);
            RequirePlaces(index.Impl, d);
            var result = New(index.Impl.Shape, dtype);
            TakeLoops.Take(this, index, d, result);
            return Tape.Records(this)
                ? Tape.Record(result, "GatherBackward", [this], [index], (node, gradient) =>
                {
                    var whole = New(node.InputShape(0), gradient.dtype).zero_();
                    TakeLoops.PutAdd(whole, node.Saved(0), d, gradient);
                    node.Give(0, whole);
                })
                : result;
        }

        // Along all other dimensions an element is taken from where its index lies. A number counts as one element in a row.
        private void RequirePlaces(TensorImpl index, int dim)
        {
            if (Math.Max(1, index.Rank) != Math.Max(1, Impl.Rank)) throw TorchError.Create("Index tensor must have the same number of dimensions as input tensor");
            for (var d = 0; d < index.Rank; d++)
            {
                if (d == dim || index.Shape[d] <= Impl.Shape[d]) continue;
                throw TorchError.Create(
                    $"Size does not match at dimension {d} expected index {Geometry.Format(index.Shape)} to be smaller than self {Geometry.Format(Impl.Shape)} apart from dimension {dim}");
            }
        }

        private static unsafe TensorImpl TopPlaces(in Held rows, int k, bool largest)
        {
            var shape = (long[])rows.Impl.Shape.Clone();
            var width = Geometry.Int(shape[^1]);
            shape[^1] = k;
            var result = TensorImpl.New(shape, ScalarType.Int64);
            using var numbers = Held.Arranged(rows.Impl, MemoryLayout.Contiguous, rows.Impl.Shape, ScalarType.Float64);
            var keys = new double[width];
            var order = new int[width];
            for (long row = 0; row < (width == 0 ? 0 : numbers.Impl.Count / width); row++)
            {
                new ReadOnlySpan<double>((double*)numbers.Impl.Pointer + (row * width), width).CopyTo(keys);
                for (var i = 0; i < width; i++)
                {
                    order[i] = i;
                    // NaN sorts first by nature, and largest in PyTorch.
                    keys[i] = double.IsNaN(keys[i]) ? (largest ? double.NegativeInfinity : double.PositiveInfinity) : largest ? -keys[i] : keys[i];
                }

                MemoryExtensions.Sort(keys.AsSpan(), order.AsSpan());
                for (var i = 0; i < k; i++) ((long*)result.Pointer)[(row * k) + i] = order[i];
            }

            return result;
        }

        private Tensor Extreme(bool largest)
        {
            using var plan = ReductionPlan.For(Impl, []);
            using var flat = plan.NewResult(dtype);
            using var places = plan.NewResult(ScalarType.Int64);
            ExtremeLoops.Run(plan, largest, flat.Impl, places.Impl);
            var result = plan.Shaped(flat, false);
            return Tape.Records(this)
                ? Tape.Record(result, largest ? "MaxBackward" : "MinBackward", [this], [this, result], static (node, gradient) =>
                {
                    // Equal extremes share the gradient. If there is a NaN, all that are extreme are.
                    var (x, extreme) = (node.Saved(0), node.Saved(1));
                    var mask = (double.IsNaN(extreme.ToDouble()) ? x.isnan() : x.eq(extreme)).to(gradient.dtype);
                    node.Give(0, mask.mul(gradient.div(mask.sum())));
                })
                : result;
        }

        private Tensor Extreme(ReadOnlySpan<long> dims, bool keepDims, bool largest)
        {
            using var plan = ReductionPlan.For(Impl, dims);
            using var flat = plan.NewResult(dtype);
            using var places = plan.NewResult(ScalarType.Int64);
            ExtremeLoops.Run(plan, largest, flat.Impl, places.Impl);
            var result = plan.Shaped(flat, keepDims);
            if (!Tape.Records(this)) return result;
            var kept = KeptShape(dims);
            var reduced = dims.ToArray();
            return Tape.Record(result, largest ? "AmaxBackward" : "AminBackward", [this], [this, result], (node, gradient) =>
            {
                var mask = node.Saved(0).eq(node.Saved(1).reshape(kept)).to(gradient.dtype);
                node.Give(0, mask.mul(gradient.reshape(kept).div(mask.sum(reduced, true))));
            });
        }

        private static Tensor Into(Tensor? target, Tensor result)
        {
            if (target is null) return result;
            using var temporary = result;
            return target.copy_(temporary);
        }

        private (Tensor, Tensor) Extreme(long dim, bool keepDim, bool largest)
        {
            using var plan = ReductionPlan.For(Impl, [dim]);
            using var flat = plan.NewResult(dtype);
            using var flatPlaces = plan.NewResult(ScalarType.Int64);
            ExtremeLoops.Run(plan, largest, flat.Impl, flatPlaces.Impl);
            var values = plan.Shaped(flat, keepDim);
            var places = plan.Shaped(flatPlaces, keepDim);
            if (!Tape.Records(this)) return (values, places);
            var d = Geometry.Dimension(dim, Impl.Rank);
            Tape.Record(values, "MaxBackward", [this], [places], (node, gradient) =>
            {
                var whole = New(node.InputShape(0), gradient.dtype).zero_();
                var index = node.Saved(0);
                if (whole.Impl.Rank > index.Impl.Rank) (index, gradient) = (index.unsqueeze(d), gradient.unsqueeze(d));
                TakeLoops.PutAdd(whole, index, d, gradient);
                node.Give(0, whole);
            });
            return (values, places);
        }

        private Tensor Places(ReadOnlySpan<long> dims, bool keepDim, bool largest)
        {
            using var source = dims.Length == 0 ? Arranged(MemoryLayout.Contiguous) : Held.Share(Impl);
            using var plan = ReductionPlan.For(source.Impl, dims);
            using var flat = plan.NewResult(ScalarType.Int64);
            ExtremeLoops.Run(plan, largest, null, flat.Impl);
            return plan.Shaped(flat, keepDim);
        }

        private Tensor Truth(bool all, long? dim, bool keepDim)
        {
            using var truth = Detached().to(ScalarType.Bool);
            using var number = truth.to(ScalarType.Int64);
            using var count = dim is { } d ? number.sum(d, keepDim) : number.sum();
            var needed = all ? (dim is { } along ? (Impl.Rank == 0 ? 1 : size((int)along)) : Impl.Count) : 1;
            return count.ge(needed);
        }
    }
}
