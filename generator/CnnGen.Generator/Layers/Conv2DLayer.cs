using System;
using System.Collections.Generic;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>A convolution: H × W × C → H' × W' × filters.</summary>
internal sealed record Conv2DLayer : KernelLayer
{
    // A remedy names a few numbers of groups; larger ones need not be looked for.
    private const int MostGroups = 1024;

    public override string ClassName => "Conv2D";

    private int Filters { get; init; }

    private Window Height { get; init; }

    private Window Width { get; init; }

    private int Groups { get; init; }

    public override Layer Read(Arguments arguments)
    {
        var kernel = arguments.PositivePair("kernelSize", "kernelHeight", "kernelWidth", 1);
        var strides = arguments.PositivePair("Strides", "StridesWidth", 1);
        var dilation = arguments.PositivePair("Dilation", "DilationWidth", 1);
        bool isSame = arguments.Choice("Padding", Pad.Valid) == Pad.Same;
        var layer = (Conv2DLayer)ReadKernel(arguments) with
        {
            Filters = arguments.Positive("filters", 1),
            Height = new Window(kernel.Height, strides.Height, dilation.Height, isSame),
            Width = new Window(kernel.Width, strides.Width, dilation.Width, isSame),
            Groups = arguments.Positive("Groups", 1),
        };
        layer.CheckStrides(arguments);
        layer.CheckFilters(arguments);
        return layer;
    }

    public override Shape? Output(Shape input, LayerSite site)
    {
        if (!MapRules.NeedsMap(input, site))
        {
            return null;
        }

        if (input.Channels % Groups != 0)
        {
            site.Report(RuleIds.Groups, "Groups", site.Name, Words.Text(Groups),
                $"the {Words.Count(input.Channels, "channel", "channels")} that come in ({site.Trace})", GroupsRemedy(input.Channels, Filters));
            return null;
        }

        return MapRules.Slide(input, Height, Width, Filters, MapRules.Kernel, site);
    }

    public override long Parameters(Shape input) => checked((KernelVolume(input) + (UseBias ? 1 : 0)) * Filters);

    public override long MultiplyAdds(Shape input, Shape output) => checked(output.Count * KernelVolume(input));

    public override ReceptiveField Field(ReceptiveField field, Shape input) => field.Through([Height, Width]);

    public override string UnitsArgument => "filters";

    public override IReadOnlyList<ModuleCode> Modules(string field, Shape input)
    {
        long window = (long)Height.Size * Width.Size;
        return
        [
            new ModuleCode(
                $"{Torch.Modules}.Conv2d", $"{Torch.Nn}.Conv2d({string.Join(", ", FactoryArguments(input))})", $"{field}.weight!.device",
                Initialise(field, KernelVolume(input), window * Filters)),
        ];
    }

    public override void Forward(ForwardCode code)
    {
        var (vertical, horizontal) = Padding(code.Node.Input);
        if (!IsModulePadding(vertical, horizontal))
        {
            code.Remark = "'same': " + OddPadding(vertical, horizontal);
            // The order is PyTorch's: left, right, top, bottom.
            string edges = Literals.Longs(horizontal.Before, horizontal.After, vertical.Before, vertical.After);
            code.Next("padded", $"{Torch.Functional}.pad({code.Value}, {edges})");
        }

        code.Next("linear", $"{code.Field}.call({code.Value})");
        ActivationCode.After(code, Activation);
    }

    private void CheckStrides(Arguments arguments)
    {
        bool hasStride = Height.Stride > 1 || Width.Stride > 1;
        bool hasDilation = Height.Dilation > 1 || Width.Dilation > 1;
        if (hasStride && hasDilation)
        {
            string argument = Height.Dilation > 1 ? "Dilation" : "DilationWidth";
            arguments.Report(RuleIds.StridesWithDilation, argument, arguments.Owner,
                Words.Pair(Height.Stride, Width.Stride), Words.Pair(Height.Dilation, Width.Dilation));
        }
    }

    private void CheckFilters(Arguments arguments)
    {
        // A number of filters that is wrong itself has been told of.
        if (arguments.Integer("filters") >= 1 && Filters % Groups != 0)
        {
            arguments.Report(RuleIds.Groups, "Groups", arguments.Owner, Words.Text(Groups),
                $"the {Words.Count(Filters, "filter", "filters")}", GroupsRemedy(Filters, Filters));
        }
    }

    private static string GroupsRemedy(int channels, int filters)
    {
        var options = new List<string>();
        int most = Math.Min(Math.Min(channels, filters), MostGroups);
        for (int groups = 1; groups <= most && options.Count < 6; groups++)
        {
            if (channels % groups == 0 && filters % groups == 0)
            {
                options.Add(Words.Text(groups));
            }
        }

        return options.Count == 1 ? "Leave Groups out." : $"Use {Words.OneOf(options)} groups.";
    }

    // Weights of one filter.
    private long KernelVolume(Shape input) => checked((long)Height.Size * Width.Size * (input.Channels / Groups));

    private (Edges Vertical, Edges Horizontal) Padding(Shape input) =>
        (Height.Padding(input.Spatial[0]), Width.Padding(input.Spatial[1]));

    // PyTorch's modules pad both ends of an axis alike.
    private static bool IsModulePadding(Edges vertical, Edges horizontal) => vertical.IsEven && horizontal.IsEven;

    private static string OddPadding(Edges vertical, Edges horizontal) => (vertical.IsEven, horizontal.IsEven) switch
    {
        (true, false) => "the odd column of zeros goes to the right",
        (false, true) => "the odd row of zeros goes to the bottom",
        _ => "the odd row and column of zeros go to the bottom and the right",
    };

    private IEnumerable<string> FactoryArguments(Shape input)
    {
        var (vertical, horizontal) = Padding(input);
        if (!IsModulePadding(vertical, horizontal))
        {
            (vertical, horizontal) = (default, default);
        }

        bool isSquare = Height == Width && vertical == horizontal;
        var arguments = new List<(string Text, bool IsDefault)>
        {
            (Literals.Long(input.Channels), false),
            (Literals.Long(Filters), false),
            (Number(Height.Size, Width.Size), false),
            (Number(Height.Stride, Width.Stride), Height.Stride == 1 && Width.Stride == 1),
            (Number(vertical.Before, horizontal.Before), vertical.IsNone && horizontal.IsNone),
            (Number(Height.Dilation, Width.Dilation), Height.Dilation == 1 && Width.Dilation == 1),
            (Torch.ZeroPadding, true),
            (Literals.Long(Groups), Groups == 1),
            (Literals.Boolean(UseBias), UseBias),
        };
        int last = arguments.FindLastIndex(static argument => !argument.IsDefault);
        return arguments.GetRange(0, last + 1).ConvertAll(static argument => argument.Text);

        string Number(long height, long width) => isSquare
            ? Literals.Long(height)
            : $"({Literals.Long(height)}, {Literals.Long(width)})";
    }
}
