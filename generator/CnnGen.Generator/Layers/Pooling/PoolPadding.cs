using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Pooling;

/// <summary>
/// PyTorch's padding of a pooling along one axis. It pads both ends alike, and leaves the padding out of the result. Where 'same'
/// needs one pixel more at the end: with strides of 2 and more, ceil mode lets the last window reach over the edge; with strides of
/// 1, both ends get that pixel and the result's first one is dropped.
/// </summary>
/// <param name="Both">Padding at each end.</param>
/// <param name="NeedsCeiling">Whether the last window may reach over the edge.</param>
/// <param name="DropsFirst">Whether the first result is one too many.</param>
internal readonly record struct PoolPadding(long Both, bool NeedsCeiling, bool DropsFirst)
{
    public static PoolPadding Of(Window window, int length)
    {
        Edges edges = window.Padding(length);
        return edges.IsEven || window.Stride > 1
            ? new PoolPadding(edges.Before, NeedsCeiling: !edges.IsEven, DropsFirst: false)
            : new PoolPadding(edges.After, NeedsCeiling: false, DropsFirst: true);
    }
}
