using System.Runtime.CompilerServices;
using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A view of part of the tensor; assigning writes into that part.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor select(long dim, long index)
        {
            var d = Geometry.Dimension(dim, Impl.Rank);
            if (Impl.Rank == 0) throw TorchError.Index("select() cannot be applied to a 0-dim tensor.");
            var size = Impl.Shape[d];
            if (index < -size || index >= size)
                throw TorchError.Index($"select(): index {index} out of range for tensor of size {Geometry.Format(Impl.Shape)} at dimension {d}");
            if (index < 0) index += size;
            var result = Windowed(Without(Impl.Shape, d), Without(Impl.Strides, d), Impl.Offset + (index * Impl.Strides[d]));
            return RecordPart(result, "SelectBackward", whole => whole.select(d, index));
        }

        public Tensor narrow(long dim, long start, long length)
        {
            var d = Geometry.Dimension(dim, Impl.Rank);
            if (Impl.Rank == 0) throw TorchError.Index("narrow() cannot be applied to a 0-dim tensor.");
            var size = Impl.Shape[d];
            if (start < 0) start += size;
            if (length < 0 || start < 0 || length > size - start)
                throw TorchError.Index($"start ({start}) + length ({length}) exceeds dimension size ({size}).");
            return slice(d, start, start + length, 1);
        }

        public Tensor slice(long dim, long start, long finish, long step)
        {
            var d = Geometry.Dimension(dim, Impl.Rank);
            if (Impl.Rank == 0) throw TorchError.Index("slice() cannot be applied to a 0-dim tensor.");
            if (step <= 0) throw TorchError.Create("slice step must be positive");
            var size = Impl.Shape[d];
            start = Math.Clamp(start < 0 ? start + size : start, 0, size);
            finish = Math.Clamp(finish < 0 ? finish + size : finish, start, size);
            var newShape = (long[])Impl.Shape.Clone();
            var newStrides = (long[])Impl.Strides.Clone();
            newShape[d] = finish == start ? 0 : 1 + ((finish - start - 1) / step);
            newStrides[d] *= step;
            var result = Windowed(newShape, newStrides, Impl.Offset + (start * Impl.Strides[d]));
            return RecordPart(result, "SliceBackward", whole => whole.slice(d, start, finish, step));
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var current = Share();
            var dim = 0L;
            List<(int Dimension, Tensor Places)>? chosen = null;
            for (var i = 0; i < indices.Length; i++)
            {
                if (indices[i].IsTensorOfPlaces)
                {
                    // Places in several dimensions belong together, so they are looked up when all are known.
                    (chosen ??= []).Add(((int)current.InRange(dim++), indices[i].tensor!));
                    continue;
                }

                var next = current.Apply(indices[i], ref dim, Consumed(indices.AsSpan(i + 1)));
                if (ReferenceEquals(next, current)) continue;
                current.Dispose();
                current = next;
            }

            if (chosen is null) return current;
            using var view = current;
            return view.AtPlaces(chosen);
        }

        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            foreach (var index in indices)
            {
                if (index.IsTensorOfPlaces)
                    throw new NotSupportedException("index_put_ with a tensor of positions is not supported by this backend");
            }

            using var part = index(indices);
            part.copy_(value);
            return this;
        }

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var number = full([], value, dtype);
            return index_put_(number, indices);
        }

        /// <summary>The entries of one dimension at the given positions (Int64).</summary>
        public Tensor index_select(long dim, Tensor index)
        {
            var d = Geometry.Dimension(dim, Impl.Rank);
            if (index.dtype is not (ScalarType.Int64 or ScalarType.Int32)) throw TorchError.WrongType("index_select()", "an index of type Int64 or Int32", index.dtype);
            if (index.Impl.Rank > 1) throw TorchError.Index("index_select(): Index is supposed to be a vector");
            using var positions = index.Arranged(MemoryLayout.Contiguous, [index.Impl.Count], ScalarType.Int64);
            var newShape = Impl.Rank == 0 ? [] : (long[])Impl.Shape.Clone();
            if (newShape.Length > 0) newShape[d] = positions.Impl.Count;
            var result = New(newShape, dtype);
            CopySelected(positions.Impl, d, result);
            return Tape.Records(this)
                ? Tape.Record(result, "IndexSelectBackward", [this], [positions], (node, gradient) => node.Give(0, ScatterAdd(node.InputShape(0), d, node.Saved(0), gradient)))
                : result;
        }

        public Tensor[] unbind(long dimension = 0)
        {
            var d = Geometry.Dimension(dimension, Impl.Rank);
            var parts = new Tensor[Impl.Shape[d]];
            for (var i = 0; i < parts.Length; i++) parts[i] = select(d, i);
            return parts;
        }

        public Tensor[] split(long size, int dim = 0)
        {
            var total = Impl.Shape[Geometry.Dimension(dim, Impl.Rank)];
            if (size <= 0) throw TorchError.Create($"split expects split_size be positive, but got {size}");
            var parts = new Tensor[Math.Max(1, (total + size - 1) / size)];
            for (var i = 0; i < parts.Length; i++) parts[i] = narrow(dim, i * size, Math.Min(size, total - (i * size)));
            return parts;
        }

        public Tensor[] split(long[] sizes, long dim = 0)
        {
            var total = Impl.Shape[Geometry.Dimension(dim, Impl.Rank)];
            if (sizes.Sum() != total)
                throw TorchError.Create(
                    $"split_with_sizes expects split_sizes to sum exactly to {total} (input tensor's size at dimension {dim}), but got {Geometry.Format(sizes)}");
            var parts = new Tensor[sizes.Length];
            var start = 0L;
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = narrow(dim, start, sizes[i]);
                start += sizes[i];
            }

            return parts;
        }

        public Tensor[] chunk(long chunks, long dim = 0)
        {
            if (chunks <= 0) throw TorchError.Create($"chunk expects `chunks` to be greater than 0, got: {chunks}");
            var d = Geometry.Dimension(dim, Impl.Rank);
            return split(Math.Max(1, (Impl.Shape[d] + chunks - 1) / chunks), d);
        }

        private static long[] Without(long[] values, int index)
        {
            var result = new long[values.Length - 1];
            values.AsSpan(0, index).CopyTo(result);
            values.AsSpan(index + 1).CopyTo(result.AsSpan(index));
            return result;
        }

        private static int Consumed(ReadOnlySpan<TensorIndex> indices)
        {
            var count = 0;
            foreach (var index in indices)
            {
                if (index.kind is TensorIndex.Kind.Single or TensorIndex.Kind.Slice or TensorIndex.Kind.Tensor) count++;
            }

            return count;
        }

        private Tensor Apply(TensorIndex index, ref long dim, int stillToCome)
        {
            switch (index.kind)
            {
                case TensorIndex.Kind.Single:
                    return select(InRange(dim), index.start ?? throw new ArgumentException("The index is null."));
                case TensorIndex.Kind.Slice when index is { start: null, stop: null, step: null }:
                    InRange(dim++);
                    return this;
                case TensorIndex.Kind.Slice:
                    return slice(InRange(dim++), index.start ?? 0, index.stop ?? long.MaxValue, index.step ?? 1);
                case TensorIndex.Kind.Ellipsis:
                    dim = Impl.Rank - stillToCome;
                    return this;
                case TensorIndex.Kind.Tensor:
                    RequirePlaces(index.tensor!);
                    return select(InRange(dim), index.tensor!.ToInt64());
                default:
                    return unsqueeze(dim++);
            }
        }

        private long InRange(long dim) =>
            dim < Impl.Rank ? dim : throw TorchError.Index($"too many indices for tensor of dimension {Impl.Rank}");

        // The gradient of a part is zero everywhere else.
        private Tensor RecordPart(Tensor result, string name, Func<Tensor, Tensor> part)
        {
            if (!Tape.Records(this)) return result;
            var layout = Impl.Layout;
            return Tape.Record(result, name, [this], [], (node, gradient) =>
            {
                var whole = New(node.InputShape(0), gradient.dtype, layout).zero_();
                part(whole).copy_(gradient);
                node.Give(0, whole);
            });
        }

        private unsafe void CopySelected(TensorImpl positions, int d, Tensor result)
        {
            var places = (long*)positions.Pointer;
            for (var i = 0; i < positions.Count; i++)
            {
                // A view may count from the end, an index may not.
                if (places[i] < 0) throw TorchError.Index($"index_select(): index {places[i]} is out of range for dimension {d} of {Geometry.Format(Impl.Shape)}");
                using var source = Detached().select(d, places[i]);
                using var target = result.select(d, i);
                target.copy_(source);
            }
        }

        private static unsafe Tensor ScatterAdd(long[] shape, int d, Tensor positions, Tensor gradient)
        {
            var whole = New(shape, gradient.dtype).zero_();
            var places = (long*)positions.Impl.Pointer;
            for (var i = 0; i < positions.Impl.Count; i++)
            {
                using var target = whole.select(d, places[i]);
                using var part = gradient.select(d, i);
                target.add_(part);
            }

            return whole;
        }
    }
}
