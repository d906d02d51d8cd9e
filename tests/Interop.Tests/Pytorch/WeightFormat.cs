using System.IO.Compression;
using CnnGen.Samples.Mnist.Tests.Robustness;

namespace CnnGen.Interop.Tests.Pytorch;

/// <summary>A format of weight files: how one is written and read, and how it is spoilt.</summary>
/// <param name="Name">What files end with.</param>
/// <param name="Save">Writes one.</param>
/// <param name="Load">Reads one.</param>
public sealed record WeightFormat(string Name, Action<INetwork, string> Save, Action<INetwork, string> Load)
{
    public static IReadOnlyList<WeightFormat> All { get; } =
    [
        new("pt", static (model, path) => model.SavePytorch(path), static (model, path) => model.LoadPytorch(path)),
        new("dat", static (model, path) => model.SaveDat(path), static (model, path) => model.LoadDat(path)),
        new("safetensors", static (model, path) => WeightFile.Save(model, path), static (model, path) => WeightFile.Load(model, path)),
    ];

    public override string ToString() => Name;

    /// <summary>A spoilt copy: as a whole, or of a zip the pickle in it.</summary>
    internal byte[] Spoil(byte[] file, Random random)
    {
        if (Name != "pt" || random.Next(3) == 0)
        {
            return Mutation.Of(file, random);
        }

        using var copy = new MemoryStream();
        using (var target = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
        using (var source = new ZipArchive(new MemoryStream(file)))
        {
            foreach (ZipArchiveEntry entry in source.Entries)
            {
                using var content = new MemoryStream();
                using (Stream stream = entry.Open())
                {
                    stream.CopyTo(content);
                }

                using Stream written = target.CreateEntry(entry.FullName).Open();
                written.Write(entry.Name == "data.pkl" ? Mutation.Of(content.ToArray(), random) : content.ToArray());
            }
        }

        return copy.ToArray();
    }
}
