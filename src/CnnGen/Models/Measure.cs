namespace CnnGen;

/// <summary>How the sums over all batches become a measure's value.</summary>
/// <param name="sums">The measure's sums.</param>
/// <param name="count">The number of examples that they are over; at least 1.</param>
public delegate double MeasureValue(ReadOnlySpan<double> sums, long count);

/// <summary>
/// A measure beside the loss: its name, and how numbers that are added up over the batches become its value, so that the batches'
/// sizes do not matter. Generated code makes them and gives the numbers in <see cref="BatchResult.Sums"/>.
/// </summary>
public sealed class Measure
{
    private readonly MeasureValue _value;

    /// <param name="name">Keras's name: <c>accuracy</c>.</param>
    /// <param name="sums">How many numbers a batch gives for it.</param>
    /// <param name="value">What their sums come to.</param>
    /// <param name="higherIsBetter">Whether more of it is better.</param>
    public Measure(string name, int sums, MeasureValue value, bool higherIsBetter)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(sums, 1);
        ArgumentNullException.ThrowIfNull(value);
        (Name, Sums, _value, HigherIsBetter) = (name, sums, value, higherIsBetter);
    }

    /// <summary>The measures of the validation images, for whoever watches one: <c>Measure.Validation.F1.Macro</c>.</summary>
    public static MeasureScope Validation { get; } = new(MeasureNames.Validation);

    /// <summary>The measures of the training images, each taken before its step.</summary>
    public static MeasureScope Training { get; } = new("");

    /// <summary>Keras's name: <c>accuracy</c>.</summary>
    public string Name { get; }

    /// <summary>How many numbers a batch gives for it.</summary>
    public int Sums { get; }

    /// <summary>Whether more of it is better.</summary>
    public bool HigherIsBetter { get; }

    /// <summary>A sum over the examples, divided by their number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="higherIsBetter">Whether more of it is better.</param>
    public static Measure Mean(string name, bool higherIsBetter) => new(name, 1, static (sums, count) => sums[0] / count, higherIsBetter);

    /// <summary>The same of one output of several: <c>accuracy</c> of the output <c>gender</c> is <c>gender_accuracy</c>, as in Keras.</summary>
    /// <param name="output">The output.</param>
    public Measure Of(string output) => new($"{output}_{Name}", Sums, _value, HigherIsBetter);

    /// <summary>The same where each example has several positions, and the sums are over all of them.</summary>
    /// <param name="positions">Positions of an example.</param>
    public Measure OverPositions(long positions) => new(Name, Sums, (sums, count) => _value(sums, count * positions), HigherIsBetter);

    /// <summary>The same where a further sum, the last, says how many positions the others are over.</summary>
    public Measure OverKept() => new(Name, Sums + 1, (sums, _) => sums[^1] > 0 ? _value(sums[..^1], (long)sums[^1]) : 0, HigherIsBetter);

    /// <summary>What the sums over that many examples come to.</summary>
    public double Value(ReadOnlySpan<double> sums, long count) => _value(sums, count);
}
