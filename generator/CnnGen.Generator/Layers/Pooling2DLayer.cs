using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>One value for each window: H × W × C → H' × W' × C. What maximum and average pooling share.</summary>
internal abstract record Pooling2DLayer : Layer
{
    protected Window Height { get; private init; }

    protected Window Width { get; private init; }

    public override Layer Read(Arguments arguments)
    {
        var pool = arguments.PositivePair("poolSize", "poolHeight", "poolWidth", 2);
        int strides = arguments.Positive("Strides", pool.Height);
        int stridesWidth = arguments.Positive("StridesWidth", arguments.Has("Strides") ? strides : pool.Width);
        bool isSame = arguments.Choice("Padding", Pad.Valid) == Pad.Same;
        return this with
        {
            Height = new Window(pool.Height, strides, 1, isSame),
            Width = new Window(pool.Width, stridesWidth, 1, isSame),
        };
    }

    public override Shape? Output(Shape input, LayerSite site) =>
        MapRules.NeedsMap(input, site) ? MapRules.Slide(input, Height, Width, input.Channels, MapRules.Pool, site) : null;

    public override ReceptiveField Field(ReceptiveField field, Shape input) => field.Through([Height, Width]);

    /// <summary>
    /// PyTorch pads both ends of an axis alike, and its pooling leaves the padding out of the result. Where 'same' needs one
    /// row more at the end: with strides of 2 and more, ceil mode lets the last window reach over the edge; with strides of 1,
    /// both ends get that row and the result's first one is dropped.
    /// </summary>
    protected static PoolPadding PaddingOf(Window window, int length)
    {
        Edges edges = window.Padding(length);
        return edges.IsEven || window.Stride > 1
            ? new PoolPadding(edges.Before, NeedsCeiling: !edges.IsEven, DropsFirst: false)
            : new PoolPadding(edges.After, NeedsCeiling: false, DropsFirst: true);
    }

    /// <summary>Writes the call of a pooling function.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="function">TorchSharp's function.</param>
    /// <param name="tail">Its arguments after the padding, for a call with padding; <c>{0}</c> is the ceil mode.</param>
    protected void Forward(ForwardCode code, string function, string tail)
    {
        PoolPadding vertical = PaddingOf(Height, code.Node.Input.Spatial[0]);
        PoolPadding horizontal = PaddingOf(Width, code.Node.Input.Spatial[1]);
        bool ceiling = vertical.NeedsCeiling || horizontal.NeedsCeiling;
        bool isPlain = vertical.Both == 0 && horizontal.Both == 0 && !ceiling;
        code.Next("pooled", $"{Torch.Functional}.{function}({code.Value}, {(isPlain ? PlainSizes() : PaddedSizes())})");
        DropFirst(code, vertical.DropsFirst, 2, code.Node.Output.Spatial[0], "rows");
        DropFirst(code, horizontal.DropsFirst, 3, code.Node.Output.Spatial[1], "columns");
        if (ceiling || vertical.DropsFirst || horizontal.DropsFirst)
        {
            code.Remark = "'same': the odd row or column of padding belongs to the bottom and the right";
        }

        string PlainSizes() => Height == Width
            ? $"{Literals.Long(Height.Size)}, {Literals.Long(Height.Stride)}"
            : $"{Literals.Longs(Height.Size, Width.Size)}, {Literals.Longs(Height.Stride, Width.Stride)}";

        string PaddedSizes() => string.Join(", ",
            Literals.Longs(Height.Size, Width.Size),
            Literals.Longs(Height.Stride, Width.Stride),
            Literals.Longs(vertical.Both, horizontal.Both),
            tail.Replace("{0}", Literals.Boolean(ceiling)));
    }

    private static void DropFirst(ForwardCode code, bool isNeeded, int axis, int length, string label)
    {
        if (isNeeded)
        {
            code.Next(label, $"{code.Value}.narrow({Literals.Long(axis)}, 1L, {Literals.Long(length)})");
        }
    }

    /// <param name="Both">Padding at each end.</param>
    /// <param name="NeedsCeiling">Whether the last window may reach over the edge.</param>
    /// <param name="DropsFirst">Whether the first result is one too many.</param>
    protected readonly record struct PoolPadding(long Both, bool NeedsCeiling, bool DropsFirst);
}
