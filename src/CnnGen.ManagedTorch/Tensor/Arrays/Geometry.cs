using TorchSharp;

namespace CnnGen.ManagedTorch;

/// <summary>Arithmetic on shapes and strides.</summary>
internal static class Geometry
{
    /// <summary>Up to this many dimensions shapes are worked out on the stack.</summary>
    public const int UsualRank = 8;

    /// <exception cref="System.Runtime.InteropServices.ExternalException">More elements than can be counted.</exception>
    public static long ElementCount(ReadOnlySpan<long> shape)
    {
        var count = 1L;
        foreach (var size in shape)
        {
            if (Math.BigMul(count, size, out count) != count >> 63) throw TorchError.Create($"a tensor of shape {Format(shape)} has too many elements");
        }

        return count;
    }

    /// <summary>Bytes of a dense tensor.</summary>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">More than can be counted.</exception>
    public static long ByteCount(ReadOnlySpan<long> shape, torch.ScalarType type)
    {
        var (count, size) = (ElementCount(shape), type.Size());
        return count <= long.MaxValue / size ? count * size : throw TorchError.Create($"a tensor of shape {Format(shape)} has too many bytes");
    }

    /// <summary>A length that an operation counts in 32 bits.</summary>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">It is longer than that.</exception>
    public static int Int(long length) => length == (int)length
        ? (int)length
        : throw TorchError.Create(
            $"{length:N0} elements along one dimension: this operation takes at most {int.MaxValue:N0}; work on parts, which chunk() cuts, if there are more");

    /// <summary>The dimension at a place, from the one that varies slowest in memory to the one that varies fastest.</summary>
    public static int DimensionAt(int place, int rank, MemoryLayout layout) =>
        layout == MemoryLayout.Contiguous || place == 0 ? place : place == rank - 1 ? 1 : place + 1;

    public static long[] Strides(ReadOnlySpan<long> shape, MemoryLayout layout)
    {
        Span<long> strides = shape.Length <= UsualRank ? stackalloc long[shape.Length] : new long[shape.Length];
        var stride = 1L;
        for (var place = shape.Length - 1; place >= 0; place--)
        {
            var dim = DimensionAt(place, shape.Length, layout);
            strides[dim] = stride;
            stride *= Math.Max(1, shape[dim]);
        }

        return Dimensions.Of(strides);
    }

    /// <summary>Strides that show a tensor stretched to a shape: it stays where it is along the dimensions it is stretched in.</summary>
    public static void StretchedStrides(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, ReadOnlySpan<long> target, Span<long> result)
    {
        result.Clear();
        var shift = target.Length - shape.Length;
        for (var i = shift; i < target.Length; i++) result[i] = shape[i - shift] == 1 && target[i] != 1 ? 0 : strides[i - shift];
    }

    public static bool IsContiguous(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides)
    {
        var expected = 1L;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            if (shape[i] == 1) continue;
            if (strides[i] != expected) return shape.Contains(0L);
            expected *= shape[i];
        }

        return true;
    }

    public static bool IsChannelsLast(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides)
    {
        if (shape.Length < 3) return false;
        var expected = 1L;
        for (var place = 0; place < shape.Length; place++)
        {
            // Channels first, then from the last dimension down to the third, then the images.
            var i = place == 0 ? 1 : place == shape.Length - 1 ? 0 : shape.Length - place;
            if (shape[i] == 1) continue;
            if (strides[i] != expected) return shape.Contains(0L);
            expected *= shape[i];
        }

        return true;
    }

    /// <summary>The index of a dimension that may be counted from the end.</summary>
    public static int Dimension(long dim, int rank)
    {
        // A number has no dimension, yet 0 and -1 are allowed for it.
        var limit = Math.Max(1, rank);
        if (dim < -limit || dim >= limit)
            throw TorchError.Index($"Dimension out of range (expected to be in range of [{-limit}, {limit - 1}], but got {dim})");
        return (int)(dim < 0 ? dim + limit : dim);
    }

    /// <summary>The shape that two shapes have in common once dimensions of size 1 are stretched.</summary>
    public static long[] Broadcast(ReadOnlySpan<long> a, ReadOnlySpan<long> b)
    {
        var rank = Math.Max(a.Length, b.Length);
        var shape = new long[rank];
        for (var i = 1; i <= rank; i++)
        {
            var sizeA = i <= a.Length ? a[^i] : 1;
            var sizeB = i <= b.Length ? b[^i] : 1;
            if (sizeA != sizeB && sizeA != 1 && sizeB != 1)
            {
                throw TorchError.Create(
                    $"The size of tensor a ({sizeA}) must match the size of tensor b ({sizeB}) at non-singleton dimension {rank - i}: " +
                    $"the shapes are {Format(a)} and {Format(b)}");
            }

            shape[^i] = sizeA == 1 ? sizeB : sizeA;
        }

        return shape;
    }

    /// <summary>Replaces one -1 by what is left over, and checks that the count stays.</summary>
    public static void ResolveShape(ReadOnlySpan<long> requested, ReadOnlySpan<long> current, Span<long> shape)
    {
        var count = ElementCount(current);
        requested.CopyTo(shape);
        var known = 1L;
        var open = -1;
        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] >= 0)
            {
                known *= shape[i];
            }
            else if (shape[i] == -1 && open < 0)
            {
                open = i;
            }
            else
            {
                throw TorchError.Create(shape[i] == -1 ? "only one dimension can be inferred" : $"invalid shape dimension {shape[i]}");
            }
        }

        if (open >= 0 && known != 0 && count % known == 0) shape[open] = known = count / known;
        if (open >= 0 ? ElementCount(shape) != count || shape[open] < 0 : known != count)
            throw TorchError.Create($"shape '{Format(requested)}' is invalid for input of size {count} (shape {Format(current)})");
    }

    /// <summary>Strides that show the same memory in another shape; false if there are none.</summary>
    public static bool TryViewStrides(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, ReadOnlySpan<long> target, Span<long> result)
    {
        if (ElementCount(shape) == 0)
        {
            Strides(target, MemoryLayout.Contiguous).CopyTo(result);
            return true;
        }

        var next = target.Length - 1;
        var chunkBase = shape.Length > 0 ? strides[^1] : 1;
        long sourceCount = 1, targetCount = 1;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            sourceCount *= shape[i];
            var chunkEnds = i == 0 || (shape[i - 1] != 1 && strides[i - 1] != sourceCount * chunkBase);
            if (!chunkEnds) continue;
            while (next >= 0 && (targetCount < sourceCount || target[next] == 1))
            {
                result[next] = targetCount * chunkBase;
                targetCount *= target[next];
                next--;
            }

            if (targetCount != sourceCount) return false;
            if (i > 0)
            {
                chunkBase = strides[i - 1];
                sourceCount = targetCount = 1;
            }
        }

        for (; next >= 0; next--) result[next] = 1;
        return true;
    }

    public static string Format(ReadOnlySpan<long> shape) => $"[{string.Join(", ", shape.ToArray())}]";
}
