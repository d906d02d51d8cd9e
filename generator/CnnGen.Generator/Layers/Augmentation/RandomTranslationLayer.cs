using System.Collections.Generic;

namespace CnnGen.Generator.Layers.Augmentation;

/// <summary>Shifts each image.</summary>
internal sealed record RandomTranslationLayer : RandomTransformLayer
{
    public override string ClassName => "RandomTranslation";

    private (double Lower, double Upper) Height { get; init; }

    private (double Lower, double Upper) Width { get; init; }

    public override Layer Read(Arguments arguments) => (RandomTranslationLayer)ReadTransform(arguments) with
    {
        Height = Axis(arguments, "heightFactor", "heightLower", "heightUpper"),
        Width = Axis(arguments, "widthFactor", "widthLower", "widthUpper"),
    };

    // A side is two long; what moves down is read from further up.
    protected override string Factors => "one, zero, right * -2.0, zero, one, down * -2.0";

    protected override IEnumerable<string> Draws()
    {
        yield return $"var down = {Draw(Height.Lower, Height.Upper, isVector: true)};";
        yield return $"var right = {Draw(Width.Lower, Width.Upper, isVector: true)};";
        yield return "var zero = down * 0.0;";
        yield return "var one = zero + 1.0;";
    }
}
