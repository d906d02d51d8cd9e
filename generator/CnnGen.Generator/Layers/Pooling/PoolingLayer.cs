using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Pooling;

/// <summary>One value for each window: spatial axes × C → spatial axes' × C. What maximum and average pooling share.</summary>
internal abstract record PoolingLayer : Layer
{
    protected abstract MapAxes Axes { get; }

    /// <summary>TorchSharp's function, without the number of axes.</summary>
    protected abstract string Function { get; }

    private EquatableArray<Window> Windows { get; init; }

    public override Layer Read(Arguments arguments)
    {
        IReadOnlyList<int> sizes = arguments.Sizes("poolSize", "pool", Axes.Names, 2);
        IReadOnlyList<int> strides = arguments.Steps("Strides", Axes.Names, sizes);
        Pad pad = PadRules.Read(arguments, hasCausal: false);
        return this with { Windows = sizes.Select((size, i) => new Window(size, strides[i], 1, pad)).ToEquatableArray() };
    }

    public override Shape? Output(Shape input, LayerSite site) => MapRules.NeedsMap(input, Axes, ClassName, site)
        ? MapRules.Slide(input, Windows, Axes, input.Channels, MapRules.Pool, site)
        : null;

    public override IReadOnlyList<Window> SlidingWindows => Windows;

    public override ReceptiveField Field(ReceptiveField field, Shape input) => field.Through(Windows);

    public override void Describe(LayerSettings settings, Shape input) => settings.AddWindow("poolSize", Windows, input);

    public override void Forward(ForwardCode code)
    {
        List<PoolPadding> paddings = Windows.Zip(code.Node.Input.Spatial, PoolPadding.Of).ToList();
        bool ceiling = paddings.Exists(static padding => padding.NeedsCeiling);
        bool isPlain = !ceiling && paddings.TrueForAll(static padding => padding.Both == 0);
        code.Next("pooled", $"{Torch.Functional}.{Function}{Axes.Count}d({code.Value}, {(isPlain ? PlainSizes() : PaddedSizes(paddings, ceiling))})");
        for (int axis = 0; axis < Axes.Count; axis++)
        {
            if (paddings[axis].DropsFirst)
            {
                code.Next($"{Axes[axis].Line}s", $"{code.Value}.narrow({Literals.Long(axis + 2)}, 1, {Literals.Long(code.Node.Output.Spatial[axis])})");
            }
        }

        if (ceiling || paddings.Exists(static padding => padding.DropsFirst))
        {
            code.Comment = $"'same': the odd {Words.OneOf(All(static axis => axis.Line))} of padding belongs to "
                + Words.AllOf(All(static axis => $"the {axis.After}"));
        }
    }

    /// <summary>What a call with padding has behind it.</summary>
    /// <param name="ceiling">Whether the last window may reach over the edge.</param>
    protected abstract string Tail(bool ceiling);

    /// <summary>Numbers for the axes: TorchSharp's functions take one for signals, and a list for images and volumes.</summary>
    protected string Numbers(IEnumerable<long> values) => Axes.Count == 1
        ? Literals.Long(values.Single())
        : Literals.Longs(values.ToArray());

    private string PlainSizes() => Axes.Count == 2 && Windows[0] == Windows[1]
        ? $"{Literals.Long(Windows[0].Size)}, {Literals.Long(Windows[0].Stride)}"
        : SizesAndStrides();

    private string SizesAndStrides() =>
        $"{Numbers(Windows.Select(static window => (long)window.Size))}, {Numbers(Windows.Select(static window => (long)window.Stride))}";

    private string PaddedSizes(IEnumerable<PoolPadding> paddings, bool ceiling) =>
        $"{SizesAndStrides()}, {Numbers(paddings.Select(static padding => padding.Both))}, {Tail(ceiling)}";

    private IEnumerable<string> All(System.Func<MapAxis, string> word) => Enumerable.Range(0, Axes.Count).Select(axis => word(Axes[axis]));
}
