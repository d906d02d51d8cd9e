namespace CnnGen;

/// <summary>
/// How an epoch is cut into batches: all of one size, the last one with what is left. A single image left over joins the batch
/// before it, because BatchNormalization cannot train on one value: it has no variance.
/// </summary>
internal static class Batches
{
    /// <summary>All examples as they are.</summary>
    public static int[] InOrder(Dataset data) => [.. Enumerable.Range(0, data.Count)];

    /// <summary>Steps of an epoch.</summary>
    public static int Number(int images, int batchSize)
    {
        int whole = images / batchSize;
        int left = images % batchSize;
        return left == 0 || (left == 1 && whole > 0) ? whole : whole + 1;
    }

    /// <summary>Images of the batch that begins at an image.</summary>
    public static int CountAt(int start, int images, int batchSize)
    {
        int left = images - start;
        return left - 1 == batchSize && batchSize > 1 ? left : Math.Min(batchSize, left);
    }

    /// <summary>The most images that a batch has.</summary>
    public static int Largest(int images, int batchSize) =>
        CountAt((Number(images, batchSize) - 1) * batchSize, images, batchSize) > batchSize ? batchSize + 1 : Math.Min(batchSize, images);
}
