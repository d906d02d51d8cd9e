namespace CnnGen.Samples.Gallery;

/// <summary>The real handwritten digits that ship with the samples, as numbers between 0 and 1.</summary>
internal static class Digits
{
    public const int Side = 28;

    public const int Pixels = Side * Side;

    /// <summary>Digits to train with and others to test with.</summary>
    public static (IReadOnlyList<Digit> Train, IReadOnlyList<Digit> Test) Load()
    {
        Mnist mnist = Mnist.Load(Path.Combine(AppContext.BaseDirectory, "Digits"));
        return (Read(mnist.Train), Read(mnist.Test));
    }

    private static Digit[] Read(ImageDataset data) =>
        [.. data.Images.Zip(data.Labels, (image, label) => new Digit([.. image.Pixels.ToArray().Select(pixel => pixel / 255f)], label))];
}

/// <summary>A digit.</summary>
/// <param name="Values">Its pixels, row after row, white on black.</param>
/// <param name="Label">Which digit it is.</param>
internal sealed record Digit(float[] Values, int Label)
{
    /// <summary>The same, leaning over: each row is moved sideways by the share of its distance from the middle.</summary>
    /// <param name="share">Columns for each row; above zero the top goes to the left.</param>
    public Digit Leaning(float share)
    {
        var moved = new float[Values.Length];
        for (int row = 0; row < Digits.Side; row++)
        {
            int shift = (int)MathF.Round((row - (Digits.Side / 2)) * share);
            for (int column = Math.Max(0, shift); column < Math.Min(Digits.Side, Digits.Side + shift); column++)
            {
                moved[(row * Digits.Side) + column] = Values[(row * Digits.Side) + column - shift];
            }
        }

        return this with { Values = moved };
    }
}
