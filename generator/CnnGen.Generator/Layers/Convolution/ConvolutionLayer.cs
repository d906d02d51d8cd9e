using System.Collections.Generic;
using CnnGen.Generator.Layers.Activations;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Convolution;

/// <summary>A convolution: spatial axes × C → spatial axes' × filters.</summary>
internal abstract record ConvolutionLayer : KernelWindowLayer
{
    private int Filters { get; init; }

    private int Groups { get; init; }

    public override bool IsFullyWeighted => Groups == 1;

    public override string UnitsArgument => "filters";

    public override Layer Read(Arguments arguments)
    {
        var layer = (ConvolutionLayer)ReadWindows(arguments) with
        {
            Filters = arguments.Positive("filters", 1),
            Groups = arguments.Positive("Groups", 1),
        };
        layer.CheckFilters(arguments);
        return layer;
    }

    public override Shape? Output(Shape input, LayerSite site)
    {
        if (!MapRules.NeedsMap(input, Axes, ClassName, site))
        {
            return null;
        }

        if (input.Channels % Groups != 0)
        {
            IReadOnlyList<int> options = GroupRules.Options(input.Channels, Filters);
            site.Report(RuleIds.Groups, "Groups", GroupRules.Fixes(site.Attribute, options, Groups), site.Name, Words.Text(Groups),
                $"the {Words.Count(input.Channels, "channel", "channels")} that come in ({site.Trace})", GroupRules.Remedy(options));
            return null;
        }

        return MapRules.Slide(input, Windows, Axes, Filters, MapRules.Kernel, site);
    }

    public override long Parameters(Shape input) => checked((FilterSize(input) + (UseBias ? 1 : 0)) * Filters);

    public override long MultiplyAdds(Shape input, Shape output) => checked(output.Count * FilterSize(input));

    public override IReadOnlyList<ModuleCode> Modules(string field, Shape input) =>
    [
        (ConvolutionCode.Of(input, Filters, Windows) with { Groups = Groups, UseBias = UseBias })
            .Module(field, Initialise(field, FilterSize(input), checked(KernelPixels * Filters), Filters)),
    ];

    public override void Describe(LayerSettings settings, Shape input)
    {
        settings.AddUnless(1, "groups", Groups);
        base.Describe(settings, input);
    }

    public override void Forward(ForwardCode code)
    {
        Pad(code);
        code.Next("linear", $"{code.Field}.call({code.Value})");
        ActivationCode.After(code, Activation);
    }

    private void CheckFilters(Arguments arguments)
    {
        // A number of filters that is wrong itself has been told of.
        if (arguments.Integer("filters") >= 1 && Filters % Groups != 0)
        {
            // What comes in must be divided too, and is not known here.
            arguments.Report(RuleIds.Groups, "Groups", arguments.LeaveOut("Groups"), arguments.Owner, Words.Text(Groups),
                $"the {Words.Count(Filters, "filter", "filters")}", GroupRules.Remedy(GroupRules.Options(Filters, Filters)));
        }
    }

    // Weights of one filter.
    private long FilterSize(Shape input) => checked(KernelPixels * (input.Channels / Groups));
}

/// <summary>A convolution: steps × C → steps' × filters.</summary>
internal sealed record Conv1DLayer : ConvolutionLayer
{
    public override string ClassName => "Conv1D";

    protected override MapAxes Axes => MapAxes.Steps;

    protected override bool HasCausalPadding => true;
}

/// <summary>A convolution: H × W × C → H' × W' × filters.</summary>
internal sealed record Conv2DLayer : ConvolutionLayer
{
    public override string ClassName => "Conv2D";

    protected override MapAxes Axes => MapAxes.Image;
}

/// <summary>A convolution: D × H × W × C → D' × H' × W' × filters.</summary>
internal sealed record Conv3DLayer : ConvolutionLayer
{
    public override string ClassName => "Conv3D";

    protected override MapAxes Axes => MapAxes.Volume;
}
