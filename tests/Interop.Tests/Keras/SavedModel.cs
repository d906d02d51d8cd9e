using System.IO.Compression;
using System.Text;

namespace CnnGen.Interop.Tests.Keras;

/// <summary>Files of Keras in a folder of their own, which is gone afterwards.</summary>
internal sealed class SavedModel : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-keras-").FullName;

    /// <summary>The place of a file.</summary>
    public string this[string name] => Path.Combine(_folder, name);

    /// <summary>Writes a file and gives its place.</summary>
    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    /// <summary>Saves a model and gives the place of the file.</summary>
    public string Save(LoadedModel model, string name = "model.keras")
    {
        ((INetwork)model.Network).SaveKeras(this[name]);
        return this[name];
    }

    /// <summary>An archive with the parts.</summary>
    public string Archive(string name, string config, byte[] weights, CompressionLevel level = CompressionLevel.NoCompression)
    {
        using (FileStream stream = File.Create(this[name]))
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
            foreach ((string part, byte[] content) in new[] { ("config.json", Encoding.UTF8.GetBytes(config)), ("model.weights.h5", weights) })
            {
                using Stream entry = archive.CreateEntry(part, level).Open();
                entry.Write(content);
            }
        }

        return this[name];
    }

    /// <summary>A part of an archive.</summary>
    public static byte[] Part(string path, string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        using Stream part = archive.GetEntry(name)!.Open();
        using var content = new MemoryStream();
        part.CopyTo(content);
        return content.ToArray();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
