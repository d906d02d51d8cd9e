using System;
using System.Collections.Generic;
using System.Globalization;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Augmentation;

/// <summary>What changes images at random in training, each with draws of its own, and leaves them alone in inference.</summary>
internal abstract record AugmentationLayer : Layer
{
    /// <summary>The parameter of the method that changes a batch.</summary>
    protected const string Images = "images";

    public override bool KeepsShape => true;

    public override Shape? Output(Shape input, LayerSite site) => MapRules.NeedsMap(input, MapAxes.Image, ClassName, site) ? input : null;

    public override void Forward(ForwardCode code)
    {
        code.Comment = "in training only";
        code.Next("augmented", $"training ? {code.Field}({code.Value}) : {code.Value}.alias()");
    }

    public override IReadOnlyList<string> Statements(Shape input) =>
    [
        $"using var scope = {Torch.Root}.NewDisposeScope();",
        .. Body(),
    ];

    /// <summary>Statements that change <see cref="Images"/> and return what comes out, moved to the outer scope.</summary>
    protected abstract IEnumerable<string> Body();

    /// <summary>One number for each image, evenly distributed: N × 1 × 1 × 1, or a vector.</summary>
    protected static string Draw(DecimalNumber lower, DecimalNumber upper, bool isVector = false)
    {
        string sizes = isVector ? $"new long[] {{ {Images}.shape[0] }}" : $"new long[] {{ {Images}.shape[0], 1, 1, 1 }}";
        string draw = $"{Torch.Root}.rand({sizes}, {Torch.Root}.ScalarType.Float32, {Images}.device)";
        double width = (double)(upper - lower);
        double least = (double)lower;
        return draw
            + (width == 1 ? "" : $" * {Literals.Double(width)}")
            + (least == 0 ? "" : least < 0 ? $" - {Literals.Double(-least)}" : $" + {Literals.Double(least)}");
    }

    /// <summary>Two bounds, the second one not below the first.</summary>
    protected static (double Lower, double Upper) Bounds(Arguments arguments, string lowerName, string upperName, Range range)
    {
        double lower = Share(arguments, lowerName, range);
        double upper = Share(arguments, upperName, range);
        if (upper < lower && !arguments.IsFaulty)
        {
            arguments.OutOfRange(upperName, $"at least {lowerName}, which is {Number(lower)}", Number(upper));
        }

        return (lower, upper);
    }

    /// <summary>A number in a message.</summary>
    protected static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    protected static double Share(Arguments arguments, string name, Range range) => arguments.Real(name, 0, range);

    /// <summary>One factor for both ways, or two bounds.</summary>
    protected static (double Lower, double Upper) FactorOrBounds(Arguments arguments)
    {
        if (!arguments.Has("factor"))
        {
            return Bounds(arguments, "lower", "upper", Range.Between(-1, 1));
        }

        double factor = Math.Abs(Share(arguments, "factor", Range.Between(-1, 1)));
        return (-factor, factor);
    }
}
