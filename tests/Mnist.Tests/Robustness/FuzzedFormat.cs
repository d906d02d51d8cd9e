using CnnGen.Samples.Mnist.Images;

namespace CnnGen.Samples.Mnist.Tests.Robustness;

/// <summary>A kind of file that is spoilt and read.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Path">Where it is read from.</param>
/// <param name="Samples">Files that are right.</param>
/// <param name="Read">Reads one.</param>
internal sealed record FuzzedFormat(string Name, string Path, IReadOnlyList<byte[]> Samples, Action<string> Read)
{
    /// <summary>
    /// What is spoilt in place of the file itself, and how it becomes a file again: what lies behind compression and check sums, which find
    /// most mistakes before anybody else sees them.
    /// </summary>
    public IReadOnlyList<(Func<byte[], byte[]> Unpack, Func<byte[], byte[]> Pack)> Layers { get; init; } = [];

    /// <summary>All of them.</summary>
    /// <param name="folder">A folder to write to.</param>
    public static IReadOnlyList<FuzzedFormat> All(string folder)
    {
        string At(string name) => System.IO.Path.Combine(folder, name);
        Action<string> idx = path =>
        {
            _ = IdxFile.ReadImages(path, new IdxOptions { Transposed = true });
        };
        return
        [
            new("PNG", At("digit.png"), SamplePictures.Png(), path => ImageFile.Read(path, out _))
            {
                Layers = [(file => file, PngChunks.WithRightSums), (PngChunks.Unpack, PngChunks.Pack)],
            },
            new("PGM", At("digit.pgm"), SamplePictures.Pgm(), path => ImageFile.Read(path, out _)),
            new("IDX images", At("images"), SampleIdx.Images(), idx),
            new("IDX images, gzip", At("images.gz"), [.. SampleIdx.Images().Select(SampleIdx.Compress)], idx)
            {
                Layers = [(SampleIdx.Decompress, SampleIdx.Compress)],
            },
            new("IDX labels", At("labels"), SampleIdx.Labels(), path => IdxFile.ReadLabels(path)),
            new("safetensors", At("weights.safetensors"), [SampleTraining.Weights(folder)], SampleTraining.Load),
            new("checkpoint", At("checkpoint.safetensors"), [SampleTraining.Checkpoint(folder)], SampleTraining.Resume),
        ];
    }

    /// <summary>A spoilt file.</summary>
    public byte[] Next(Random random)
    {
        var sample = Samples[random.Next(Samples.Count)];
        var layer = random.Next(Layers.Count + 1);
        return layer == Layers.Count
            ? Mutation.Of(sample, random)
            : Layers[layer].Pack(Mutation.Of(Layers[layer].Unpack(sample), random));
    }
}
