namespace CnnGen;

/// <summary>
/// How examples are changed at random in each epoch, so that a network does not learn them by heart. Pictures are inputs of three dimensions; maps
/// that belong to them, targets with a height and a width, are moved with them. Everything is off by default. Changes are made in the order of the
/// properties; beside the layers of the language that do the same within a network, this moves masks too and costs the network's own threads nothing.
/// </summary>
public sealed record Augmentation
{
    /// <summary>How far pictures are shifted, up and down and to both sides: a share of their sides, 0.1 for up to a tenth.</summary>
    public double Shift { get; init; }

    /// <summary>How far they are turned, to both sides, in degrees.</summary>
    public double Rotate { get; init; }

    /// <summary>How much they are made larger or smaller: 0.2 for factors from 1/1.2 to 1.2.</summary>
    public double Scale { get; init; }

    /// <summary>Whether every second one, at random, is mirrored left to right.</summary>
    public bool FlipHorizontally { get; init; }

    /// <summary>Whether every second one, at random, is turned upside down by mirroring.</summary>
    public bool FlipVertically { get; init; }

    /// <summary>What stands where a moved picture leaves pixels empty. In a map of classes, with <see cref="FillMode.Constant"/>, it is the ignored class
    /// or, if there is none, class 0.</summary>
    public FillMode Fill { get; init; } = FillMode.Constant;

    /// <summary>The value of empty pixels.</summary>
    public float FillValue { get; init; }

    /// <summary>How much values are raised or lowered, all of a picture alike: 0.1 for up to a tenth of white.</summary>
    public double Brightness { get; init; }

    /// <summary>How much values are drawn away from their mean or to it: 0.2 for factors from 0.8 to 1.2.</summary>
    public double Contrast { get; init; }

    /// <summary>The standard deviation of normal noise on each value.</summary>
    public double Noise { get; init; }

    /// <summary>The sides of a rectangle of <see cref="FillValue"/> that hides a part of each picture: a share of the picture's, 0.3 for up to three
    /// tenths. Maps do not change.</summary>
    public double CutOut { get; init; }

    /// <summary>
    /// Mixes each example with another one of the data, inputs and targets alike; how much of it is drawn from a Beta distribution with this number as
    /// both parameters, often 0.2. It needs one-hot vectors or numbers as targets.
    /// </summary>
    public double MixUp { get; init; }

    /// <summary>Whether something is moved.</summary>
    internal bool Moves => Shift > 0 || Rotate > 0 || Scale > 0 || FlipHorizontally || FlipVertically;

    /// <summary>Whether values of pictures change.</summary>
    internal bool Paints => Brightness > 0 || Contrast > 0 || Noise > 0 || CutOut > 0;

    /// <exception cref="ArgumentOutOfRangeException">A number is none that is possible; it is named.</exception>
    internal void Check()
    {
        Within(Shift, 1, nameof(Shift));
        Within(Rotate, 180, nameof(Rotate));
        Within(Scale, 10, nameof(Scale));
        Within(Brightness, 10, nameof(Brightness));
        Within(Contrast, 1, nameof(Contrast));
        Within(Noise, 10, nameof(Noise));
        Within(CutOut, 1, nameof(CutOut));
        Within(MixUp, 100, nameof(MixUp));
        if (!float.IsFinite(FillValue))
        {
            throw new ArgumentOutOfRangeException(nameof(FillValue), FillValue, "A value is a finite number.");
        }
    }

    private static void Within(double value, double most, string name)
    {
        if (!(value >= 0 && value <= most))
        {
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"It is a number from 0 to {most}."));
        }
    }
}
