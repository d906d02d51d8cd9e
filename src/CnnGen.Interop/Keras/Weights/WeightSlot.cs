namespace CnnGen.Interop.Keras;

/// <summary>A weight as Keras keeps it, and what becomes of it here: the same values, with the axes in another order.</summary>
/// <param name="Weight">Its name in <c>state_dict</c>.</param>
/// <param name="Shape">Its shape in Keras.</param>
/// <param name="View">The axes that are told apart; their product is that of the shape's.</param>
/// <param name="Order">Which of these axes each of ours is.</param>
/// <param name="IsTrained">Whether training changes it, unless the layer is frozen.</param>
/// <param name="Name">What Keras calls it: kernel, bias, gamma.</param>
internal sealed record WeightSlot(string Weight, IReadOnlyList<long> Shape, IReadOnlyList<long> View, IReadOnlyList<int> Order, bool IsTrained, string Name)
{
    /// <summary>Keras's values in our order.</summary>
    public float[] ToOurs(float[] values) => Permute(values, View, Order);

    /// <summary>Our values in Keras's order.</summary>
    public float[] ToKeras(float[] values)
    {
        var back = new int[Order.Count];
        for (int i = 0; i < back.Length; i++)
        {
            back[Order[i]] = i;
        }

        return Permute(values, [.. Order.Select(axis => View[axis])], back);
    }

    private static float[] Permute(float[] values, IReadOnlyList<long> sizes, IReadOnlyList<int> order)
    {
        if (order.Select(static (axis, i) => axis == i).All(static same => same))
        {
            return values;
        }

        int rank = sizes.Count;
        var strides = new long[rank];
        long stride = 1;
        for (int axis = rank - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= sizes[axis];
        }

        var result = new float[values.Length];
        var place = new long[rank];
        long source = 0;
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = values[source];
            for (int axis = rank - 1; axis >= 0; axis--)
            {
                source += strides[order[axis]];
                if (++place[axis] < sizes[order[axis]])
                {
                    break;
                }

                source -= strides[order[axis]] * place[axis];
                place[axis] = 0;
            }
        }

        return result;
    }
}
