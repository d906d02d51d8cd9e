using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Normalization;

/// <summary>Each group of channels brought to mean 0 and variance 1 in each example; each channel scaled and shifted.</summary>
internal sealed record GroupNormalizationLayer : Layer
{
    private const int OnePerChannel = -1;
    private const int KerasGroups = 32;

    // A remedy names a few numbers of groups.
    private const int MostOptions = 6;

    public override string ClassName => "GroupNormalization";

    private int Groups { get; init; }

    private int? Axis { get; init; }

    private double Epsilon { get; init; }

    private bool Center { get; init; }

    private bool Scale { get; init; }

    public override Layer Read(Arguments arguments)
    {
        int groups = arguments.Integer("groups") ?? KerasGroups;
        if (groups < 1 && groups != OnePerChannel)
        {
            arguments.OutOfRange("groups", "at least 1, or -1 for one group for each channel", Words.Text(groups));
            groups = OnePerChannel;
        }

        return this with
        {
            Groups = groups,
            Axis = arguments.Integer("Axis"),
            Epsilon = arguments.Real("Epsilon", 1e-3, Range.Above(0)),
            Center = arguments.Flag("Center", true),
            Scale = arguments.Flag("Scale", true),
        };
    }

    public override bool IsNormalization => true;

    public override bool KeepsShape => true;

    public override Shape? Output(Shape input, LayerSite site)
    {
        if (Axis is { } axis && AxisRules.Resolve(axis, "Axis", input, site) is null)
        {
            return null;
        }

        int channels = Channels(input);
        if (Groups == OnePerChannel || channels % Groups == 0)
        {
            return input;
        }

        IEnumerable<string> options = Enumerable.Range(1, channels).Where(groups => channels % groups == 0).Take(MostOptions)
            .Select(static groups => Words.Text(groups));
        site.Report(RuleIds.Groups, "groups", site.Name, Words.Text(Groups),
            $"the {Words.Count(channels, "channel", "channels")} that come in ({site.Trace})", $"Use {Words.OneOf(options)} groups.");
        return null;
    }

    public override long Parameters(Shape input) => Channels(input) * ((Center ? 1L : 0) + (Scale ? 1L : 0));

    public override IReadOnlyList<ModuleCode> Modules(string field, Shape input)
    {
        int channels = Channels(input);
        string groups = Literals.Long(Groups == OnePerChannel ? channels : Groups);
        return
        [
            new ModuleCode(
                $"{Torch.Modules}.GroupNorm",
                $"{Torch.Nn}.GroupNorm({groups}, {Literals.Long(channels)}, eps: {Literals.Double(Epsilon)}{AffineCode.Argument(Center, Scale)})",
                Center || Scale ? $"{field}.weight.device" : null, Initialise(field)),
        ];
    }

    public override void Describe(LayerSettings settings, Shape input)
    {
        settings.Add("groups", Groups == OnePerChannel ? Channels(input) : Groups);
        settings.AddAxes("axis", [Place(input)], input.ChannelAxis);
        settings.Add("epsilon", Epsilon);
    }

    public override void Forward(ForwardCode code)
    {
        Shape input = code.Node.Input;
        int axis = input.TensorAxis(Place(input));
        var move = new AxisMove(Enumerable.Range(1, input.Rank).OrderBy(other => other != axis));
        move.There(code, "moved");

        // TorchSharp's module takes no vectors.
        if (input.IsVector)
        {
            code.Next("places", $"{code.Value}.unsqueeze(2)");
        }
        else
        {
            // The gradient of libtorch 2.6 crashes for some orders in memory.
            code.Next("dense", $"{code.Value}.contiguous()");
        }

        code.Next("normalized", $"{code.Field}.call({code.Value})");
        if (input.IsVector)
        {
            code.Next("vector", $"{code.Value}.squeeze(2)");
        }

        move.Back(code);
    }

    // TorchSharp 0.107 leaves its weights as the memory was.
    private IReadOnlyList<string> Initialise(string field) => Center || Scale
        ? [$"{Torch.Init}.ones_({field}.weight);", $"{Torch.Init}.zeros_({field}.bias);", .. AffineCode.Freeze(field, Center, Scale)]
        : [];

    private int Place(Shape input) => Axis is { } axis ? AxisRules.Place(axis, input) : input.ChannelAxis;

    private int Channels(Shape input) => input.Dimensions[Place(input)];
}
