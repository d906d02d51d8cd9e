using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Augmentation;

/// <summary>Changes the values of each image and holds them within their range.</summary>
internal abstract record ValueAugmentationLayer : AugmentationLayer
{
    private const double KerasHigh = 255;

    protected double Low { get; private init; }

    protected double High { get; private init; } = KerasHigh;

    protected ValueAugmentationLayer ReadRange(Arguments arguments)
    {
        double low = arguments.Real("ValueLow", 0, Range.Float);
        double high = arguments.Real("ValueHigh", KerasHigh, Range.Float);
        if (high <= low && !arguments.IsFaulty)
        {
            // One of them may be the default, which nobody can see.
            if (arguments.Has("ValueHigh"))
            {
                arguments.OutOfRange("ValueHigh", $"above ValueLow, which is {Number(low)}", Number(high));
            }
            else
            {
                arguments.OutOfRange("ValueLow", $"below ValueHigh, which is {Number(high)}", Number(low));
            }
        }

        return this with { Low = low, High = high };
    }

    protected string Return(string images) =>
        $"return ({images}).clamp({Literals.Double(Low)}, {Literals.Double(High)}).MoveToOuterDisposeScope();";
}
