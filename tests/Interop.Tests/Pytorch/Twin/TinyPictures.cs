using System.Buffers.Binary;

namespace CnnGen.Interop.Tests.Pytorch.Twin;

/// <summary>Pictures of 4×4 pixels in three classes, here and as MNIST's files.</summary>
internal static class TinyPictures
{
    private const int Pixels = 16;

    public static ImageDataset Data(int count, bool isOneHot = false) => isOneHot
        ? ImageDataset.FromTargets(4, 4, 1, 3, LabelKind.OneHot, Values(count), (float[])[.. Labels(count).SelectMany(static label => Enumerable.Range(0, 3).Select(unit => unit == label ? 1f : 0f))])
        : ImageDataset.FromLabels(4, 4, 1, 3, Values(count), Array.ConvertAll(Labels(count), static label => (int)label));

    public static void Write(string folder, int count)
    {
        foreach (string split in new[] { "train", "t10k" })
        {
            File.WriteAllBytes(Path.Combine(folder, $"{split}-images-idx3-ubyte"), [0, 0, 8, 3, .. Number(count), .. Number(4), .. Number(4), .. Values(count)]);
            File.WriteAllBytes(Path.Combine(folder, $"{split}-labels-idx1-ubyte"), [0, 0, 8, 1, .. Number(count), .. Labels(count)]);
        }
    }

    private static byte[] Labels(int count) => [.. Enumerable.Range(0, count).Select(static picture => (byte)(picture * 7 % 3))];

    // Each class is bright in a third of its own, under noise.
    private static byte[] Values(int count)
    {
        var random = new Random(4);
        byte[] labels = Labels(count);
        return [.. Enumerable.Range(0, count * Pixels).Select(i => (byte)(random.Next(128) + (i % Pixels * 3 / Pixels == labels[i / Pixels] ? 100 : 0)))];
    }

    private static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
