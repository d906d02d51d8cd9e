using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Merging;

/// <summary>Several inputs side by side along one axis.</summary>
internal sealed record ConcatenateLayer : MergeLayer
{
    public override string ClassName => "Concatenate";

    private int Axis { get; init; }

    public override Layer Read(Arguments arguments) => this with { Axis = arguments.Integer("Axis") ?? -1 };

    public override Shape? Output(IReadOnlyList<Shape> inputs, LayerSite site)
    {
        if (AxisRules.Resolve(Axis, "Axis", inputs[0], site) is not { } axis)
        {
            return null;
        }

        if (inputs.Any(input => input.Rank != inputs[0].Rank))
        {
            Refuse(inputs, site, "they have different numbers of axes", new Remedy("Bring all to the same number of axes"));
            return null;
        }

        if (inputs.Any(input => input.With(axis, 1) != inputs[0].With(axis, 1)))
        {
            Refuse(inputs, site, $"they differ along another axis than {Words.Text(axis + 1)}, the one they are joined along", Remedy(inputs, axis, site));
            return null;
        }

        return inputs[0].With(axis, checked((int)inputs.Sum(input => (long)input.Dimensions[axis])));
    }

    public override void Describe(LayerSettings settings, Shape input) => 
        settings.AddAxes("axis", [AxisRules.Place(Axis, input)], input.Rank - 1);

    public override void Forward(ForwardCode code)
    {
        int axis = AxisRules.Place(Axis, code.Node.Output);
        string tensors = Literals.Array(Torch.Tensor, code.Inputs);
        code.Next("joined", $"{Torch.Root}.cat({tensors}, {Literals.Long(code.Node.Output.TensorAxis(axis))})");
    }

    private static Remedy Remedy(IReadOnlyList<Shape> inputs, int axis, LayerSite site)
    {
        const string Usual = "Give them the same strides and padding";
        int channels = inputs[0].ChannelAxis;
        if (axis == channels)
        {
            return MergeRemedies.SameMaps(site) ?? new Remedy(Usual);
        }

        Remedy right = AxisRules.Channels(inputs[0], "Axis", site);
        return inputs.All(input => input.With(channels, 1) == inputs[0].With(channels, 1))
            ? right
            : new Remedy($"{Usual}. {right.Text}");
    }
}
