using CnnGen.ManagedTorch;

namespace TorchSharp;

// Indexing by tensors of positions.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The elements at places that tensors, stretched to one shape, give together: the first the position in the first of the
        /// dimensions, and so on. That shape takes the place of the dimensions if they are neighbours, else it comes first.
        /// </summary>
        private Tensor AtPlaces(List<(int Dimension, Tensor Places)> chosen)
        {
            using var scope = NewDisposeScope();
            var (first, count) = (chosen[0].Dimension, chosen.Count);
            var source = this;
            if (chosen[^1].Dimension - first != count - 1)
            {
                source = ToFront(chosen);
                first = 0;
            }

            var shape = source.Impl.Shape;
            long[] before = shape[..first], after = shape[(first + count)..];
            var sizes = shape.AsSpan(first, count);
            var places = FlatPlaces(chosen, sizes, out var placesShape);
            var flat = source.reshape([.. before, Geometry.ElementCount(sizes), .. after]);
            return flat.index_select(first, places).reshape([.. before, .. placesShape, .. after]).MoveToOuterDisposeScope();
        }

        private Tensor ToFront(List<(int Dimension, Tensor Places)> chosen)
        {
            var order = new List<long>(Impl.Rank);
            foreach (var (dimension, _) in chosen) order.Add(dimension);
            for (var i = 0; i < Impl.Rank; i++)
            {
                if (!order.Contains(i)) order.Add(i);
            }

            return permute(order);
        }

        // The places in the chosen dimensions as places in one dimension that is all of them.
        private static unsafe Tensor FlatPlaces(List<(int Dimension, Tensor Places)> chosen, ReadOnlySpan<long> sizes, out long[] shape)
        {
            shape = [];
            foreach (var (_, places) in chosen)
            {
                RequirePlaces(places);
                shape = Geometry.Broadcast(shape, places.Impl.Shape);
            }

            var result = New([Geometry.ElementCount(shape)], ScalarType.Int64).zero_();
            var flat = (long*)result.Impl.Pointer;
            for (var k = 0; k < chosen.Count; k++)
            {
                using var dense = chosen[k].Places.Arranged(MemoryLayout.Contiguous, shape, ScalarType.Int64);
                var places = (long*)dense.Impl.Pointer;
                for (long i = 0; i < dense.Impl.Count; i++) flat[i] = (flat[i] * sizes[k]) + FromStart(places[i], sizes[k], chosen[k].Dimension);
            }

            return result;
        }

        private static long FromStart(long place, long size, int dimension)
        {
            if (place < -size || place >= size) throw TorchError.Index($"index {place} is out of bounds for dimension {dimension} with size {size}");
            return place < 0 ? place + size : place;
        }

        private static void RequirePlaces(Tensor places)
        {
            if (places.dtype is not (ScalarType.Int64 or ScalarType.Int32)) throw TorchError.WrongType("index", "positions of type Int64 or Int32", places.dtype);
        }
    }
}
