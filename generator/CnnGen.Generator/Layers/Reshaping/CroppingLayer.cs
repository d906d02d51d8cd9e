using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Reshaping;

/// <summary>The ends of the axes cut off.</summary>
internal abstract record CroppingLayer : EdgesLayer
{
    protected override string Argument => "cropping";

    public override Shape? Output(Shape input, LayerSite site)
    {
        if (!MapRules.NeedsMap(input, Axes, ClassName, site))
        {
            return null;
        }

        List<long> sizes = Sides.Zip(input.Spatial, static (side, length) => length - side.Before - side.After).ToList();
        int lost = sizes.FindIndex(static size => size < 1);
        if (lost < 0)
        {
            return input.WithSpatial(sizes.Select(static size => (int)size));
        }

        MapAxis axis = Axes[lost];
        site.Report(RuleIds.OutOfRange, ArgumentOf(axis), site.Name, $"{axis.Before} + {axis.After}",
            $"at most {Words.Text(input.Spatial[lost] - 1)}, because {input.Text} comes in ({site.Trace})",
            Words.Text(Sides[lost].Before + Sides[lost].After));
        return null;
    }

    // Padding by less than nothing.
    public override void Forward(ForwardCode code) =>
        PaddingCode.Pad(code, "cropped", Sides.Select(static side => new Edges(-side.Before, -side.After)));
}

/// <summary>The ends cut off: steps × C → steps' × C.</summary>
internal sealed record Cropping1DLayer : CroppingLayer
{
    public override string ClassName => "Cropping1D";

    protected override MapAxes Axes => MapAxes.Steps;
}

/// <summary>The ends cut off: H × W × C → H' × W' × C.</summary>
internal sealed record Cropping2DLayer : CroppingLayer
{
    public override string ClassName => "Cropping2D";

    protected override MapAxes Axes => MapAxes.Image;

    // Keras crops signals and volumes by 1, and images not at all.
    protected override int Default => 0;
}

/// <summary>The ends cut off: D × H × W × C → D' × H' × W' × C.</summary>
internal sealed record Cropping3DLayer : CroppingLayer
{
    public override string ClassName => "Cropping3D";

    protected override MapAxes Axes => MapAxes.Volume;
}
