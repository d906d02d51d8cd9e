namespace CnnGen.Samples.Mnist.Tests;

/// <summary>
/// Pictures to compare trainings on: each class has a pattern, and each picture adds as much noise to it; both have the mean zero.
/// <para>
/// Digits would not do to compare weights, or losses at a high learning rate. Most of their pixels are the same in every picture, so behind a batch normalization most weights have
/// a gradient that is zero but for rounding, and Adam makes a full step of whatever the rounding says. From weights that
/// differ by one part in ten million, two trainings on digits are apart by a few per cent after thirty steps; on these
/// pictures by one part in ten thousand.
/// </para>
/// </summary>
internal static class NoisyPatterns
{
    private const int Classes = 10;
    private const int Pixels = 28 * 28;

    public static Batch Draw(int count)
    {
        var random = new Random(5);
        var patterns = Enumerable.Range(0, Classes).Select(_ => Normal(random, Pixels)).ToArray();
        var labels = Enumerable.Range(0, count).Select(_ => (long)random.Next(Classes)).ToArray();
        var images = labels.SelectMany(label => patterns[label].Zip(Normal(random, Pixels), (pattern, noise) => pattern + noise)).ToArray();
        return Batch.Of(count, images, labels);
    }

    /// <summary>Some of a batch's pictures, as a batch of their own.</summary>
    public static Batch Cut(Batch pictures, int start, int count) =>
        Batch.Of(count, pictures.Inputs[0].Slice(start * Pixels, count * Pixels), pictures.Targets[0].Labels.Slice(start, count));

    private static float[] Normal(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ =>
            (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))),
    ];
}
