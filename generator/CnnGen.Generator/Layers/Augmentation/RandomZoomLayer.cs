using System.Collections.Generic;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Augmentation;

/// <summary>Zooms each image out or in about its centre; both sides alike where one factor is given.</summary>
internal sealed record RandomZoomLayer : RandomTransformLayer
{
    public override string ClassName => "RandomZoom";

    private (double Lower, double Upper) Height { get; init; }

    private (double Lower, double Upper)? Width { get; init; }

    public override Layer Read(Arguments arguments) => (RandomZoomLayer)ReadTransform(arguments) with
    {
        Height = Axis(arguments, "heightFactor", "heightLower", "heightUpper"),
        Width = arguments.Has("widthFactor") || arguments.Has("widthLower") ? Axis(arguments, "widthFactor", "widthLower", "widthUpper") : null,
    };

    protected override string Factors => Width is null ? "height, zero, zero, zero, height, zero" : "width, zero, zero, zero, height, zero";

    protected override IEnumerable<string> Draws()
    {
        yield return $"var height = {Zoom(Height)};";
        if (Width is { } width)
        {
            yield return $"var width = {Zoom(width)};";
        }

        yield return "var zero = height * 0.0;";
    }

    private static string Zoom((double Lower, double Upper) bounds) =>
        Draw((DecimalNumber)1 + bounds.Lower, (DecimalNumber)1 + bounds.Upper, isVector: true);
}
