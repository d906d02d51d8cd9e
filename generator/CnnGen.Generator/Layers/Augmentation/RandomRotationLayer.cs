using System.Collections.Generic;

namespace CnnGen.Generator.Layers.Augmentation;

/// <summary>Turns each image about its centre.</summary>
internal sealed record RandomRotationLayer : RandomTransformLayer
{
    public override string ClassName => "RandomRotation";

    /// <summary>The angles as shares of a full turn, counter-clockwise.</summary>
    private (double Lower, double Upper) Turns { get; init; }

    public override Layer Read(Arguments arguments) => (RandomRotationLayer)ReadTransform(arguments) with { Turns = FactorOrBounds(arguments) };

    // Places go from -1 to 1 along both sides, so that pixels of an oblong image are not square.
    protected override string Factors => "cos, sin * -ratio, zero, sin / ratio, cos, zero";

    protected override IEnumerable<string> Draws()
    {
        yield return $"var turns = {Draw(Turns.Lower, Turns.Upper, isVector: true)};";
        yield return "var angle = turns * (2.0 * global::System.Math.PI);";
        yield return "var cos = angle.cos();";
        yield return "var sin = angle.sin();";
        yield return "var zero = angle * 0.0;";
        yield return $"var ratio = (double){Images}.shape[2] / {Images}.shape[3];";
    }
}
