using System.Collections.Generic;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Augmentation;

/// <summary>Adds a share of the range of values.</summary>
internal sealed record RandomBrightnessLayer : ValueAugmentationLayer
{
    public override string ClassName => "RandomBrightness";

    private (double Lower, double Upper) Shares { get; init; }

    public override Layer Read(Arguments arguments) => (RandomBrightnessLayer)ReadRange(arguments) with { Shares = FactorOrBounds(arguments) };

    protected override IEnumerable<string> Body()
    {
        DecimalNumber range = (DecimalNumber)High - Low;
        yield return $"var added = {Draw(range * Shares.Lower, range * Shares.Upper)};";
        yield return Return($"{Images} + added");
    }
}
