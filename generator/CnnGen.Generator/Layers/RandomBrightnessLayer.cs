using System.Collections.Generic;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>Adds a share of the range of values.</summary>
internal sealed record RandomBrightnessLayer : ValueAugmentationLayer
{
    public override string ClassName => "RandomBrightness";

    private (double Lower, double Upper) Shares { get; init; }

    public override Layer Read(Arguments arguments) => (RandomBrightnessLayer)ReadRange(arguments) with { Shares = FactorOrBounds(arguments) };

    protected override IEnumerable<string> Body()
    {
        yield return $"var added = {Draw(Shares.Lower * (High - Low), Shares.Upper * (High - Low))};";
        yield return Return($"{Images} + added");
    }
}
