using System;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Core;

/// <summary>How a kernel or a bias starts: an initializer of Keras's with its arguments.</summary>
/// <param name="Initializer">Which.</param>
/// <param name="Number">Its number: a value, a gain, a scale, a spread.</param>
/// <param name="Mode">Which fan a scaled variance is divided by.</param>
/// <param name="Distribution">What a scaled variance is of.</param>
internal readonly record struct StartValues(Initializer Initializer, double Number, FanMode Mode, Distribution Distribution)
{
    // The standard deviation, and the largest number, of Keras's plain random initializers.
    private const double RandomSpread = 0.05;

    /// <param name="arguments">The arguments.</param>
    /// <param name="argument">The one that chooses the initializer; its arguments have names that begin with it.</param>
    /// <param name="fallback">The initializer where none is chosen.</param>
    /// <param name="axes">How many axes there are to fill.</param>
    public static StartValues Read(Arguments arguments, string argument, Initializer fallback, int axes)
    {
        Initializer[] fitting = ((Initializer[])Enum.GetValues(typeof(Initializer))).Where(candidate => Fits(candidate, axes)).ToArray();
        Initializer initializer = arguments.Choice(argument, fallback, fitting);
        if (!Fits(initializer, axes))
        {
            string wanted = axes < 2 ? "one that fits a row of numbers" : $"one that fits a kernel of {Words.Text(axes)} axes";
            arguments.OutOfRange(argument, wanted, $"{nameof(Initializer)}.{initializer}");
            initializer = fallback;
        }

        var values = new StartValues(
            initializer, ReadNumber(arguments, argument + "Value", initializer), arguments.Choice(argument + "Mode", FanMode.FanIn),
            arguments.Choice(argument + "Distribution", Distribution.TruncatedNormal));
        if (initializer != Initializer.VarianceScaling)
        {
            RefuseUnused(arguments, argument + "Mode", initializer, $"{nameof(FanMode)}.{values.Mode}");
            RefuseUnused(arguments, argument + "Distribution", initializer, $"{nameof(Distribution)}.{values.Distribution}");
        }

        return values;
    }

    private static bool Fits(Initializer initializer, int axes) => initializer switch
    {
        Initializer.Identity => axes == 2,
        Initializer.Orthogonal => axes >= 2,
        _ => true,
    };

    private static double ReadNumber(Arguments arguments, string name, Initializer initializer)
    {
        (double usual, Range? range) = initializer switch
        {
            Initializer.Constant => (0, Range.Float),
            Initializer.Orthogonal or Initializer.Identity => (1, Range.Float),
            Initializer.VarianceScaling => (1, Range.Above(0)),
            Initializer.RandomUniform or Initializer.RandomNormal or Initializer.TruncatedNormal => (RandomSpread, Range.AtLeast(0)),
            _ => (0.0, null),
        };
        if (range is not null)
        {
            return arguments.Real(name, usual, range);
        }

        RefuseUnused(arguments, name, initializer, Words.Number(arguments.Real(name, 0, Range.Finite)));
        return usual;
    }

    private static void RefuseUnused(Arguments arguments, string name, Initializer initializer, string value)
    {
        if (arguments.Has(name) && !arguments.IsFaulty)
        {
            arguments.OutOfRange(name, $"left out, because {nameof(Initializer)}.{initializer} has no use for it", value);
        }
    }
}
