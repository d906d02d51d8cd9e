using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Activations;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Convolution;

/// <summary>The way back of a convolution: spatial axes × C → spatial axes · strides × filters.</summary>
internal abstract record TransposedConvolutionLayer : KernelWindowLayer
{
    private int Filters { get; init; }

    private EquatableArray<TransposedWindow> Transposed { get; init; }

    public override string UnitsArgument => "filters";

    public override Layer Read(Arguments arguments)
    {
        var layer = (TransposedConvolutionLayer)ReadWindows(arguments);
        var faults = new HashSet<string>();
        return layer with
        {
            Filters = arguments.Positive("filters", 1),
            Transposed = layer.Windows
                .Select((window, axis) => new TransposedWindow(window, layer.ReadOutputPadding(arguments, axis, faults)))
                .ToEquatableArray(),
        };
    }

    public override Shape? Output(Shape input, LayerSite site)
    {
        if (!MapRules.NeedsMap(input, Axes, ClassName, site))
        {
            return null;
        }

        List<long> sizes = Transposed.Zip(input.Spatial, static (window, length) => window.Output(length)).ToList();
        int lost = sizes.FindIndex(static size => size < 1);
        if (lost < 0)
        {
            return input.WithChannels(Filters).WithSpatial(sizes.Select(static size => checked((int)size)));
        }

        // Only an even kernel over one pixel, cut by 'same' to its full size.
        string argument = OutputPadding(lost);
        site.Report(RuleIds.OutOfRange, $"{argument}|OutputPadding", site.Name, argument,
            $"at least 1, because nothing would be left of {input.Text}, which comes in ({site.Trace})", "0");
        return null;
    }

    public override long Parameters(Shape input) => checked(((KernelPixels * input.Channels) + (UseBias ? 1 : 0)) * Filters);

    public override long MultiplyAdds(Shape input, Shape output) => checked(input.Count * KernelPixels * Filters);

    // The kernel is laid over what comes out.
    public override IReadOnlyList<Window> SlidingWindows => [];

    public override ReceptiveField Field(ReceptiveField field, Shape input) => field.Spread(Windows);

    public override IReadOnlyList<ModuleCode> Modules(string field, Shape input)
    {
        IReadOnlyList<long> beyond = Along(input, static (window, length) => window.Beyond(length));
        var module = new ConvolutionCode($"ConvTranspose{Axes.Count}d", input.Channels, Filters, Windows)
        {
            Padding = Along(input, static (window, length) => window.Cut(length).Before),
            OutputPadding = IsOne(beyond) ? beyond : beyond.Select(static _ => 0L).ToList(),
            UseBias = UseBias,
        };

        // Keras counts a transposed kernel's filters as what goes in.
        return [module.Module(field, Initialise(field, checked(KernelPixels * Filters), checked(KernelPixels * input.Channels), Filters))];
    }

    public override void Describe(LayerSettings settings, Shape input)
    {
        settings.Add("kernelSize", Windows.Select(static window => window.Size));
        settings.AddUnless(1, "strides", Windows.Select(static window => (long)window.Stride));
        settings.AddUnless(1, "dilation", Windows.Select(static window => (long)window.Dilation));
        settings.AddEdges("cut", Transposed.Zip(input.Spatial, static (window, length) => window.Cut(length)));
        DescribeActivation(settings);
    }

    public override void Forward(ForwardCode code)
    {
        Shape input = code.Node.Input;
        code.Next("linear", $"{code.Field}.{Call(code, input)}");
        if (Along(input, static (window, length) => window.Cut(length).After - window.Cut(length).Before).Any(static odd => odd > 0))
        {
            code.Comment = "'same': the odd pixel is cut off at the end";
            PaddingCode.Pad(code, "cut", Transposed.Zip(input.Spatial, static (window, length) =>
                new Edges(0, window.Cut(length).Before - window.Cut(length).After)));
        }

        ActivationCode.After(code, Activation);
    }

    // TorchSharp 0.107 adds the first axis's output padding to all of them, unless it is told the size of the result.
    private string Call(ForwardCode code, Shape input)
    {
        IReadOnlyList<long> beyond = Along(input, static (window, length) => window.Beyond(length));
        if (IsOne(beyond))
        {
            return $"call({code.Value})";
        }

        IEnumerable<long> sizes = Along(input, static (window, length) => window.Output(length) + window.Cut(length).After - window.Cut(length).Before);
        return $"forward({code.Value}, {Literals.Longs(sizes.ToArray())})";
    }

    private IReadOnlyList<long> Along(Shape input, System.Func<TransposedWindow, int, long> rule) => Transposed.Zip(input.Spatial, rule).ToList();

    private static bool IsOne(IReadOnlyList<long> values) => values.All(value => value == values[0]);

    private string OutputPadding(int axis) => axis == 0 ? "OutputPadding" : $"OutputPadding{Axes.Names[axis]}";

    // One number for several axes is told of once.
    private int? ReadOutputPadding(Arguments arguments, int axis, HashSet<string> faults)
    {
        string argument = arguments.Has(OutputPadding(axis)) ? OutputPadding(axis) : "OutputPadding";
        if (arguments.Integer(argument) is not { } padding)
        {
            return null;
        }

        int stride = Windows[axis].Stride;
        if (padding >= 0 && padding < stride)
        {
            return padding;
        }

        if (faults.Add(argument))
        {
            arguments.OutOfRange(
                argument, $"at least 0 and less than the stride {Words.Text(stride)}", Words.Text(padding),
                [new Fix($"Write {argument} = 0", Edit.Set(arguments.Attribute, argument, "0"))]);
        }

        return 0;
    }
}

/// <summary>The way back of a convolution: steps × C → steps' × filters.</summary>
internal sealed record Conv1DTransposeLayer : TransposedConvolutionLayer
{
    public override string ClassName => "Conv1DTranspose";

    protected override MapAxes Axes => MapAxes.Steps;
}

/// <summary>The way back of a convolution: H × W × C → H' × W' × filters.</summary>
internal sealed record Conv2DTransposeLayer : TransposedConvolutionLayer
{
    public override string ClassName => "Conv2DTranspose";

    protected override MapAxes Axes => MapAxes.Image;
}

/// <summary>The way back of a convolution: D × H × W × C → D' × H' × W' × filters.</summary>
internal sealed record Conv3DTransposeLayer : TransposedConvolutionLayer
{
    public override string ClassName => "Conv3DTranspose";

    protected override MapAxes Axes => MapAxes.Volume;
}
