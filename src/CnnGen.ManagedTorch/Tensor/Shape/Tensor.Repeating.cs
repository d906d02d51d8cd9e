using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;

namespace TorchSharp;

// The same elements again, or in another order.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A copy with the order of the elements reversed along these dimensions.</summary>
        public Tensor flip(params long[] dims)
        {
            var strides = (long[])Impl.Strides.Clone();
            var offset = Impl.Offset;
            foreach (var dim in dims)
            {
                var d = Geometry.Dimension(dim, Impl.Rank);
                if (Impl.Rank == 0) continue;
                if (strides[d] != Impl.Strides[d]) throw TorchError.Create($"dim {d} appears multiple times in the list of dims");
                if (Impl.Shape[d] < 2) continue;
                offset += (Impl.Shape[d] - 1) * strides[d];
                strides[d] = -strides[d];
            }

            var result = New(Impl.Shape, dtype, Impl.Layout);
            var mirrored = Impl.Window(Impl.Shape, strides, offset);
            StridedCopy.Copy(mirrored, result.Impl);
            mirrored.Release();
            return Tape.Records(this)
                ? Tape.Record(result, "FlipBackward", [this], [], (node, gradient) => node.Give(0, gradient.flip(dims)))
                : result;
        }

        /// <summary>The whole tensor so many times along each dimension; further sizes in front make new dimensions.</summary>
        public Tensor repeat(params long[] sizes)
        {
            var added = sizes.Length - Impl.Rank;
            if (added < 0)
                throw TorchError.Create("Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor");
            using var scope = NewDisposeScope();
            var (split, whole, joined) = (new List<long>(), new List<long>(), new long[sizes.Length]);
            for (var i = 0; i < sizes.Length; i++)
            {
                var size = i < added ? 1 : Impl.Shape[i - added];
                split.AddRange([1, size]);
                whole.AddRange([sizes[i], size]);
                joined[i] = sizes[i] * size;
            }

            return reshape(split.ToArray()).expand(whole.ToArray(), false).reshape(joined).MoveToOuterDisposeScope();
        }

        /// <summary>As <see cref="repeat"/>; too few numbers are for the last dimensions.</summary>
        public Tensor tile(long[] reps)
        {
            var counts = new long[Math.Max(reps.Length, Impl.Rank)];
            Array.Fill(counts, 1);
            reps.CopyTo(counts, counts.Length - reps.Length);
            return repeat(counts);
        }

        /// <summary>Each element so many times, one after the other, along a dimension; of the flat tensor if there is none.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null)
        {
            if (repeats < 0) throw TorchError.Create("repeats can not be negative");
            using var scope = NewDisposeScope();
            var source = dim is null ? flatten() : this;
            var d = dim is { } chosen ? Geometry.Dimension(chosen, Impl.Rank) : 0;
            var shape = source.Impl.Shape;
            var joined = (long[])shape.Clone();
            joined[d] *= repeats;
            if (output_size is { } wanted && wanted != joined[d])
                throw TorchError.Create($"Allocated size does not match required size: {wanted} against {joined[d]}");
            long[] stretched = [.. shape.AsSpan(..(d + 1)), repeats, .. shape.AsSpan((d + 1)..)];
            return source.unsqueeze(d + 1).expand(stretched, false).reshape(joined).MoveToOuterDisposeScope();
        }

        public Tensor broadcast_to(params long[] shape) => expand(shape, false);

        /// <summary>One dimension split into several; one of them may be -1.</summary>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            var d = Geometry.Dimension(dim, Impl.Rank);
            var resolved = new long[sizes.Length];
            Geometry.ResolveShape(sizes, Impl.Shape.AsSpan(d, 1), resolved);
            return reshape([.. Impl.Shape.AsSpan(..d), .. resolved, .. Impl.Shape.AsSpan((d + 1)..)]);
        }

        /// <summary>Dimensions moved to other places; the rest keep their order.</summary>
        public Tensor movedim(long[] source, long[] destination)
        {
            if (source.Length != destination.Length)
                throw TorchError.Create($"movedim: Invalid source or destination dims: {source.Length} against {destination.Length}");
            var order = new long[Impl.Rank];
            Array.Fill(order, -1);
            var from = Array.ConvertAll(source, dim => (long)Geometry.Dimension(dim, Impl.Rank));
            for (var i = 0; i < from.Length; i++)
            {
                var place = Geometry.Dimension(destination[i], Impl.Rank);
                if (order[place] >= 0 || Array.IndexOf(from, from[i]) < i) throw TorchError.Create("movedim: repeated dim");
                order[place] = from[i];
            }

            var rest = 0L;
            for (var i = 0; i < order.Length; i++)
            {
                if (order[i] >= 0) continue;
                while (Array.IndexOf(from, rest) >= 0) rest++;
                order[i] = rest++;
            }

            return permute(order);
        }
    }
}
