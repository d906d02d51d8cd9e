using System.Collections.Generic;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Augmentation;

/// <summary>Spreads the values of each channel about their mean.</summary>
internal sealed record RandomContrastLayer : ValueAugmentationLayer
{
    public override string ClassName => "RandomContrast";

    private double Lower { get; init; }

    private double Upper { get; init; }

    public override Layer Read(Arguments arguments)
    {
        double lower = Share(arguments, arguments.Has("factor") ? "factor" : "lower", Range.Between(0, 1));
        return (RandomContrastLayer)ReadRange(arguments) with
        {
            Lower = lower,
            Upper = arguments.Has("factor") ? lower : Share(arguments, "upper", Range.Between(0, 1)),
        };
    }

    protected override IEnumerable<string> Body()
    {
        yield return $"var factor = {Draw((DecimalNumber)1 - Lower, (DecimalNumber)1 + Upper)};";
        yield return $"var mean = {Images}.mean({Literals.Longs(2, 3)}, true);";
        yield return Return($"({Images} - mean) * factor + mean");
    }
}
