using System;
using System.Collections.Generic;
using System.Globalization;
using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>What changes images at random in training, each with draws of its own, and leaves them alone in inference.</summary>
internal abstract record AugmentationLayer : Layer
{
    /// <summary>The parameter of the method that changes a batch.</summary>
    protected const string Images = "images";

    public override bool KeepsShape => true;

    public override Shape? Output(Shape input, LayerSite site) => MapRules.NeedsMap(input, MapAxes.Image, ClassName, site) ? input : null;

    public override void Forward(ForwardCode code)
    {
        code.Remark = "in training only";
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
    protected static string Draw(double lower, double upper, bool isVector = false)
    {
        string sizes = isVector ? $"new long[] {{ {Images}.shape[0] }}" : $"new long[] {{ {Images}.shape[0], 1L, 1L, 1L }}";
        string draw = $"{Torch.Root}.rand({sizes}, {Torch.Root}.ScalarType.Float32, {Images}.device)";
        return $"{draw} * {Literals.Double(upper - lower)} + {Literals.Double(lower)}";
    }

    /// <summary>Two bounds, the second one not below the first.</summary>
    protected static (double Lower, double Upper) Bounds(Arguments arguments, string lowerName, string upperName, double least, double most)
    {
        double lower = Share(arguments, lowerName, least, most);
        double upper = Share(arguments, upperName, least, most);
        if (upper < lower && !arguments.IsFaulty)
        {
            arguments.OutOfRange(upperName, $"at least {lowerName}, which is {Number(lower)}", Number(upper));
        }

        return (lower, upper);
    }

    /// <summary>A number in a message.</summary>
    protected static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    protected static double Share(Arguments arguments, string name, double least, double most) => arguments.Real(
        name, 0, value => value >= least && value <= most, $"between {Words.Text((long)least)} and {Words.Text((long)most)}");

    /// <summary>One factor for both ways, or two bounds.</summary>
    protected static (double Lower, double Upper) FactorOrBounds(Arguments arguments)
    {
        if (!arguments.Has("factor"))
        {
            return Bounds(arguments, "lower", "upper", -1, 1);
        }

        double factor = Math.Abs(Share(arguments, "factor", -1, 1));
        return (-factor, factor);
    }
}
