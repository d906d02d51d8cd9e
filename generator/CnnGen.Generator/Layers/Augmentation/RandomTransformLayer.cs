using System;
using System.Collections.Generic;
using CnnGen.Generator.Language;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Augmentation;

/// <summary>
/// Moves the pixels of each image by an affine map of its own: for each place of what comes out, the place of the image that it
/// is read from, both from -1 to 1.
/// </summary>
internal abstract record RandomTransformLayer : AugmentationLayer
{
    private FillMode FillMode { get; init; }

    private double FillValue { get; init; }

    private Interpolation Interpolation { get; init; } = Interpolation.Bilinear;

    /// <summary>Statements that declare the six factors of the map, one number for each image.</summary>
    protected abstract IEnumerable<string> Draws();

    /// <summary>x′ from x, y and 1; then y′ from them.</summary>
    protected abstract string Factors { get; }

    protected Layer ReadTransform(Arguments arguments) => this with
    {
        FillMode = arguments.Choice("FillMode", FillMode.Reflect),
        FillValue = arguments.Real("FillValue", 0, Range.Finite),
        Interpolation = arguments.Choice("Interpolation", Interpolation.Bilinear),
    };

    protected override IEnumerable<string> Body()
    {
        foreach (string line in Draws())
        {
            yield return line;
        }

        yield return $"var map = {Torch.Root}.stack(new {Torch.Tensor}[] {{ {Factors} }}, 1).reshape(-1, 2, 3);";
        yield return $"var grid = {Torch.Functional}.affine_grid(map, {Images}.shape, false);";
        string mode = $"{Torch.Root}.GridSampleMode.{(Interpolation == Interpolation.Bilinear ? "Bilinear" : "Nearest")}";
        string padding = $"{Torch.Root}.GridSamplePaddingMode." + FillMode switch
        {
            FillMode.Reflect => "Reflection",
            FillMode.Nearest => "Border",
            _ => "Zeros",
        };

        // Outside are zeros, so that another value is made the zero for a while.
        bool isShifted = FillMode == FillMode.Constant && FillValue != 0;
        string fill = Literals.Double(FillValue);
        string images = isShifted ? $"{Images} - {fill}" : Images;
        string sampled = $"{Torch.Functional}.grid_sample({images}, grid, {mode}, {padding}, false)";
        yield return isShifted
            ? $"return ({sampled} + {fill}).MoveToOuterDisposeScope();"
            : $"return {sampled}.MoveToOuterDisposeScope();";
    }

    /// <summary>One factor for each axis both ways, or two bounds for each.</summary>
    protected static (double Lower, double Upper) Axis(Arguments arguments, string factor, string lower, string upper)
    {
        if (!arguments.Has(factor))
        {
            return Bounds(arguments, lower, upper, Range.Between(-1, 1));
        }

        double share = Math.Abs(Share(arguments, factor, Range.Between(-1, 1)));
        return (-share, share);
    }
}
