using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers.Core;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Convolution;

/// <summary>A kernel that moves over a map of any number of axes: what all kinds of convolutions share.</summary>
internal abstract record KernelWindowLayer : KernelLayer
{
    protected abstract MapAxes Axes { get; }

    protected override int KernelAxes => Axes.Count + 2;

    /// <summary>The kernel along each axis.</summary>
    protected EquatableArray<Window> Windows { get; private init; }

    /// <summary>Pixels of the kernel.</summary>
    protected long KernelPixels => Windows.Aggregate(1L, static (product, window) => checked(product * window.Size));

    /// <summary>Whether 'causal' padding is offered: Keras has it where steps follow each other in time.</summary>
    protected virtual bool HasCausalPadding => false;

    public override IReadOnlyList<Window> SlidingWindows => Windows;

    public override ReceptiveField Field(ReceptiveField field, Shape input) => field.Through(Windows);

    public override void Describe(LayerSettings settings, Shape input)
    {
        settings.AddWindow("kernelSize", Windows, input);
        base.Describe(settings, input);
    }

    /// <summary>The layer with the arguments that all of this kind have.</summary>
    protected KernelWindowLayer ReadWindows(Arguments arguments)
    {
        IReadOnlyList<int> ones = Axes.Names.Select(static _ => 1).ToList();
        IReadOnlyList<int> sizes = arguments.Sizes("kernelSize", "kernel", Axes.Names, 1);
        IReadOnlyList<int> strides = arguments.Steps("Strides", Axes.Names, ones);
        IReadOnlyList<int> dilations = arguments.Steps("Dilation", Axes.Names, ones);
        Pad pad = PadRules.Read(arguments, HasCausalPadding);
        var layer = (KernelWindowLayer)ReadKernel(arguments) with
        {
            Windows = sizes.Select((size, i) => new Window(size, strides[i], dilations[i], pad)).ToEquatableArray(),
        };
        layer.CheckStrides(arguments);
        return layer;
    }

    /// <summary>Writes the padding that the module of <see cref="ConvolutionCode.Of"/> cannot do.</summary>
    protected void Pad(ForwardCode code)
    {
        IReadOnlyList<Edges> edges = Window.Paddings(Windows, code.Node.Input);
        if (!PaddingCode.IsModules(edges))
        {
            code.Comment = PaddingCode.Comment(Axes, Windows, edges);
            PaddingCode.Pad(code, "padded", edges);
        }
    }

    private void CheckStrides(Arguments arguments)
    {
        List<long> strides = Windows.Select(static window => (long)window.Stride).ToList();
        List<long> dilations = Windows.Select(static window => (long)window.Dilation).ToList();
        int dilated = dilations.FindIndex(static dilation => dilation > 1);
        if (dilated >= 0 && strides.Exists(static stride => stride > 1))
        {
            string argument = dilated == 0 ? "Dilation" : $"Dilation{Axes.Names[dilated]}|Dilation";
            arguments.Report(
                RuleIds.StridesWithDilation, argument, [LeaveOut(arguments, "Dilation"), LeaveOut(arguments, "Strides")],
                arguments.Owner, Words.SizeOrOne(strides), Words.SizeOrOne(dilations));
        }
    }

    private Fix LeaveOut(Arguments arguments, string name) => new($"Leave {name} out", Axes.Names
        .Select(axis => name + axis)
        .Prepend(name)
        .Where(arguments.Has)
        .Select(written => Edit.Unset(arguments.Attribute, written))
        .ToArray());
}
