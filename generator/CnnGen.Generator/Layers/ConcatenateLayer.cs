using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

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
            Refuse(inputs, site, "they have different numbers of axes", "Bring all to the same number of axes.");
            return null;
        }

        if (inputs.Any(input => input.With(axis, 1) != inputs[0].With(axis, 1)))
        {
            Refuse(inputs, site, $"they differ along another axis than {Words.Text(axis + 1)}, the one they are joined along", Remedy(site));
            return null;
        }

        return inputs[0].With(axis, checked((int)inputs.Sum(input => (long)input.Dimensions[axis])));
    }

    public override void Forward(ForwardCode code)
    {
        int axis = AxisRules.Place(Axis, code.Node.Output);
        string tensors = Literals.Array(Torch.Tensor, code.Inputs);
        code.Next("joined", $"{Torch.Root}.cat({tensors}, {Literals.Long(code.Node.Output.TensorAxis(axis))})");
    }

    // A U-Net on a map of an odd size: what was halved and doubled again has lost a row.
    private static string Remedy(LayerSite site)
    {
        const string Usual = "Give them the same strides and padding.";
        int step = site.LargestStep;
        if (site.Start.IsVector || step == 1 || site.Start.Spatial.All(side => side % step == 0))
        {
            return Usual;
        }

        int side = site.Start.Spatial.First(length => length % step != 0);
        int below = side / step * step;
        string sizes = below == 0 ? Words.Text(step) : $"{Words.Text(below)} or {Words.Text(below + step)}";
        return $"The sides of the input must be multiples of {Words.Text(step)}, so that nothing is lost on the way down: "
            + $"{sizes} instead of {Words.Text(side)}.";
    }
}
