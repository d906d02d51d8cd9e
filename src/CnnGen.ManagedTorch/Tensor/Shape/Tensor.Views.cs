using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor reshape(params long[] shape) => Reshape(shape);

        /// <summary>The same memory under another shape. A tensor that is channels-last here and would not be in PyTorch is copied instead.</summary>
        public Tensor view(params long[] shape)
        {
            if (Impl.IsChannelsLast) return reshape(shape);
            Span<long> target = shape.Length <= Geometry.UsualRank ? stackalloc long[shape.Length] : new long[shape.Length];
            Span<long> strides = shape.Length <= Geometry.UsualRank ? stackalloc long[shape.Length] : new long[shape.Length];
            Geometry.ResolveShape(shape, Impl.Shape, target);
            if (Geometry.TryViewStrides(Impl.Shape, Impl.Strides, target, strides)) return Reshaped(target, strides);
            throw TorchError.Create(
                $"view size {Geometry.Format(target)} is not compatible with input tensor's size {Geometry.Format(Impl.Shape)} and stride " +
                $"{Geometry.Format(Impl.Strides)} (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.");
        }

        public Tensor view_as(Tensor other) => view(other.Impl.Shape);

        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            var rank = Impl.Rank;
            var start = Geometry.Dimension(start_dim, rank);
            var end = Geometry.Dimension(end_dim, rank);
            if (start > end) throw TorchError.Create("flatten() has invalid args: start_dim cannot come after end_dim");
            if (rank == 0) return Reshape([1]);
            Span<long> target = rank <= Geometry.UsualRank ? stackalloc long[rank - (end - start)] : new long[rank - (end - start)];
            Impl.Shape.AsSpan(0, start).CopyTo(target);
            target[start] = Geometry.ElementCount(Impl.Shape.AsSpan(start..(end + 1)));
            Impl.Shape.AsSpan(end + 1).CopyTo(target[(start + 1)..]);
            return Reshape(target);
        }

        private Tensor Reshape(ReadOnlySpan<long> shape)
        {
            Span<long> target = shape.Length <= Geometry.UsualRank ? stackalloc long[shape.Length] : new long[shape.Length];
            Span<long> strides = shape.Length <= Geometry.UsualRank ? stackalloc long[shape.Length] : new long[shape.Length];
            Geometry.ResolveShape(shape, Impl.Shape, target);
            if (Geometry.TryViewStrides(Impl.Shape, Impl.Strides, target, strides)) return Reshaped(target, strides);
            using var dense = Arranged(MemoryLayout.Contiguous);
            return RecordReshape(Of(dense.Impl.Window(target, Geometry.Strides(target, MemoryLayout.Contiguous), dense.Impl.Offset)));
        }

        public Tensor permute(params long[] permutation)
        {
            var rank = Impl.Rank;
            if (permutation.Length != rank)
                throw TorchError.Create($"permute(dims): the number of dimensions in the tensor ({rank}) and in the permutation ({permutation.Length}) differ");
            var inverse = new long[rank];
            var (newShape, newStrides) = (new long[rank], new long[rank]);
            Array.Fill(inverse, -1);
            for (var i = 0; i < rank; i++)
            {
                var dim = Geometry.Dimension(permutation[i], rank);
                if (inverse[dim] >= 0) throw TorchError.Create("permute(): duplicate dims are not allowed.");
                inverse[dim] = i;
                (newShape[i], newStrides[i]) = (Impl.Shape[dim], Impl.Strides[dim]);
            }

            var result = Windowed(newShape, newStrides, Impl.Offset);
            return Tape.Records(this)
                ? Tape.Record(result, "PermuteBackward", [this], [], new PermuteState(inverse), static (node, in state, gradient) => node.Give(0, gradient.permute(state.Inverse)))
                : result;
        }

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        public Tensor transpose(long dim0, long dim1)
        {
            var rank = Impl.Rank;
            var (first, second) = (Geometry.Dimension(dim0, rank), Geometry.Dimension(dim1, rank));
            if (rank == 0) return alias();
            var order = new long[rank];
            for (var i = 0; i < rank; i++) order[i] = i == first ? second : i == second ? first : i;
            return permute(order);
        }

        /// <summary>The dimension at one place moved to another; the rest keep their order.</summary>
        internal Tensor MoveDimension(long from, long to)
        {
            var order = new List<long>(Impl.Rank);
            for (var i = 0; i < Impl.Rank; i++) order.Add(i);
            var (source, target) = (Geometry.Dimension(from, Impl.Rank), Geometry.Dimension(to, Impl.Rank));
            order.RemoveAt(source);
            order.Insert(target, source);
            return permute(order);
        }

        public Tensor t()
        {
            if (Impl.Rank > 2) throw TorchError.Create($"t() expects a tensor with <= 2 dimensions, but self is {Impl.Rank}D");
            return Impl.Rank < 2 ? alias() : transpose(0, 1);
        }

        public Tensor T => permute(Enumerable.Range(0, Impl.Rank).Reverse().Select(i => (long)i));

        public Tensor mT => transpose(-2, -1);

        public Tensor squeeze(long? dim = null)
        {
            var rank = Impl.Rank;
            var only = dim is { } wanted ? Geometry.Dimension(wanted, rank) : -1;
            var (newShape, newStrides) = (new List<long>(rank), new List<long>(rank));
            for (var i = 0; i < rank; i++)
            {
                if (Impl.Shape[i] == 1 && (only < 0 || only == i)) continue;
                newShape.Add(Impl.Shape[i]);
                newStrides.Add(Impl.Strides[i]);
            }

            return Reshaped(newShape.ToArray(), newStrides.ToArray());
        }

        public Tensor unsqueeze(long dim)
        {
            var rank = Impl.Rank;
            var position = Geometry.Dimension(dim, rank + 1);
            var (newShape, newStrides) = (new List<long>(Impl.Shape), new List<long>(Impl.Strides));
            newShape.Insert(position, 1);
            newStrides.Insert(position, position < rank ? Impl.Shape[position] * Impl.Strides[position] : 1);
            return Reshaped(newShape.ToArray(), newStrides.ToArray());
        }

        public Tensor expand(params long[] sizes) => expand(sizes, false);

        public Tensor expand(long[] sizes, bool isImplicit = false)
        {
            var shift = sizes.Length - Impl.Rank;
            var target = (long[])sizes.Clone();
            for (var i = 0; i < target.Length; i++)
            {
                if (target[i] == -1 && i >= shift) target[i] = Impl.Shape[i - shift];
                if (shift < 0 || target[i] < 0 || (i >= shift && Impl.Shape[i - shift] != 1 && Impl.Shape[i - shift] != target[i]))
                    throw TorchError.Create($"The expanded size {Geometry.Format(sizes)} does not fit the tensor's shape {Geometry.Format(Impl.Shape)}");
            }

            using var stretched = Held.Stretched(Impl, target);
            var result = stretched.Handle();
            return Tape.Records(this)
                ? Tape.Record(result, "ExpandBackward", [this], [], static (node, gradient) => node.Give(0, gradient))
                : result;
        }

        public Tensor expand_as(Tensor other) => expand(other.Impl.Shape, false);

        /// <summary>Sums over the dimensions in which a tensor of that shape was stretched to this one's.</summary>
        internal Tensor SumTo(long[] shape) => Impl.HasShape(shape) ? this : Summed(shape);

        private Tensor Summed(long[] shape)
        {
            var own = Impl.Shape;
            var shift = own.Length - shape.Length;
            var dims = new List<long>();
            for (var i = 0; i < own.Length; i++)
            {
                if (i < shift || (shape[i - shift] == 1 && own[i] != 1)) dims.Add(i);
            }

            if (dims.Count == 0) return reshape(shape);
            var summed = sum(dims.ToArray(), true);
            return summed.reshape(shape);
        }

        /// <summary>Another window on this tensor's memory, outside the tape.</summary>
        internal Tensor Windowed(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, long offset) => Of(Impl.Window(shape, strides, offset));

        private Tensor Reshaped(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides) => RecordReshape(Windowed(shape, strides, Impl.Offset));

        private Tensor RecordReshape(Tensor result) =>
            Tape.Records(this)
                ? Tape.Record(result, "ReshapeBackward", [this], [], static (node, gradient) => node.Give(0, gradient.reshape(node.InputShape(0))))
                : result;

        private readonly record struct PermuteState(long[] Inverse);
    }
}
