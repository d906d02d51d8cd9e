using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Training.Losses;

/// <summary>The argument of losses whose targets can be made less certain.</summary>
internal static class LabelSmoothingArgument
{
    public static double Read(Arguments arguments) =>
        arguments.Real("LabelSmoothing", 0, static value => value is >= 0 and < 1, "at least 0 and less than 1");
}
