using System.Collections.Generic;
using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>Spreads the values of each channel about their mean.</summary>
internal sealed record RandomContrastLayer : ValueAugmentationLayer
{
    public override string ClassName => "RandomContrast";

    private double Lower { get; init; }

    private double Upper { get; init; }

    public override Layer Read(Arguments arguments)
    {
        double lower = Share(arguments, arguments.Has("factor") ? "factor" : "lower", 0, 1);
        return (RandomContrastLayer)ReadRange(arguments) with
        {
            Lower = lower,
            Upper = arguments.Has("factor") ? lower : Share(arguments, "upper", 0, 1),
        };
    }

    protected override IEnumerable<string> Body()
    {
        yield return $"var factor = {Draw(1 - Lower, 1 + Upper)};";
        yield return $"var mean = {Images}.mean({Literals.Longs(2, 3)}, true);";
        yield return Return($"({Images} - mean) * factor + mean");
    }
}
