namespace CnnGen.Interop;

/// <summary>How far apart neighbours along each axis lie in a tensor's storage.</summary>
internal static class Strides
{
    /// <summary>Those of values without gaps, the last axis the innermost.</summary>
    public static long[] Contiguous(IReadOnlyList<long> shape)
    {
        var strides = new long[shape.Count];
        long step = 1;
        for (int axis = shape.Count - 1; axis >= 0; axis--)
        {
            strides[axis] = step;
            step = checked(step * Math.Max(shape[axis], 1));
        }

        return strides;
    }

    /// <summary>Whether values lie without gaps; along an axis of one, any stride will do.</summary>
    public static bool AreContiguous(IReadOnlyList<long> shape, IReadOnlyList<long> strides)
    {
        long[] contiguous = Contiguous(shape);
        return Enumerable.Range(0, shape.Count).All(axis => shape[axis] == 1 || strides[axis] == contiguous[axis]);
    }

    /// <summary>Brings the values of a tensor into order.</summary>
    /// <param name="values">A part of its storage, from its first value on.</param>
    /// <param name="shape">Its dimensions.</param>
    /// <param name="strides">Where they lie.</param>
    public static T[] Gather<T>(T[] values, IReadOnlyList<long> shape, IReadOnlyList<long> strides)
    {
        var gathered = new T[shape.Aggregate(1L, static (product, size) => product * size)];
        var place = new long[shape.Count];
        long source = 0;
        for (int i = 0; i < gathered.Length; i++)
        {
            gathered[i] = values[source];
            for (int axis = shape.Count - 1; axis >= 0; axis--)
            {
                source += strides[axis];
                if (++place[axis] < shape[axis])
                {
                    break;
                }

                source -= strides[axis] * shape[axis];
                place[axis] = 0;
            }
        }

        return gathered;
    }
}
