namespace CnnGen;

/// <summary>Reads grey square images and their labels of a set that is published as MNIST is.</summary>
internal static class SquareImages
{
    public static ImageDataset Read(
        string directory, string set, IReadOnlyList<string> names, string images, string labels, int side, int classes, IdxOptions? options = null)
    {
        string path = MnistFiles.Locate(directory, images, set, names);
        ImageDataset data = IdxFile.Read(path, MnistFiles.Locate(directory, labels, set, names), classes, options);
        return data.Height == side && data.Width == side && data.Channels == 1
            ? data
            : throw new CnnGenException(
                $"{path} has images of {data.Height}×{data.Width}{(data.Channels == 1 ? "" : $" with {data.Channels} channels")}; {set}'s are {side}×{side}.");
    }
}
