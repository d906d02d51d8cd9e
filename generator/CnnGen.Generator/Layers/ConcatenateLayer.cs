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
            Refuse(inputs, site, $"they differ along another axis than {Words.Text(axis + 1)}, the one they are joined along", Remedy(inputs, site));
            return null;
        }

        return inputs[0].With(axis, checked((int)inputs.Sum(input => (long)input.Dimensions[axis])));
    }

    public override void Forward(ForwardCode code)
    {
        int axis = Axis > 0 ? Axis - 1 : code.Node.Output.Rank + Axis;
        string tensors = Literals.Array(Torch.Tensor, code.Inputs);
        code.Next("joined", $"{Torch.Root}.cat({tensors}, {Literals.Long(code.Node.Output.TensorAxis(axis))})");
    }

    // A U-Net on a map of an odd size: what was halved and doubled again has lost a row.
    private static string Remedy(IReadOnlyList<Shape> inputs, LayerSite site)
    {
        int start = site.Start.IsVector ? 0 : site.Start.Spatial.Max();
        int difference = inputs.Max(static input => input.Dimensions.Max()) - inputs.Min(static input => input.Dimensions.Max());
        return difference == 1 && start > 0
            ? $"Halving and doubling lose a row of an odd size: take an input whose sides can be halved as often as the layers do, "
                + $"for example {Words.Text(start / 16 * 16)} or {Words.Text((start / 16 * 16) + 16)} instead of {Words.Text(start)}."
            : "Give them the same strides and padding.";
    }
}
