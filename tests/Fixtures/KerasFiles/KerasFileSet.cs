using System.IO.Compression;

namespace CnnGen.Fixtures;

/// <summary>Models as Keras itself saved them, with inputs and Keras's outputs: the files of <c>keras-files.zip</c>.</summary>
public sealed class KerasFileSet : IDisposable
{
    /// <summary>The archive of them.</summary>
    public const string Archive = "keras-files.zip";

    private readonly string? _temporary;

    /// <summary>Opens a folder with the files, or with the archive of them, which is unpacked meanwhile.</summary>
    public KerasFileSet(string folder)
    {
        Folder = folder;
        string archive = Path.Combine(folder, Archive);
        if (File.Exists(archive))
        {
            Folder = _temporary = Directory.CreateTempSubdirectory("cnngen-keras-").FullName;
            ZipFile.ExtractToDirectory(archive, Folder);
        }
    }

    /// <summary>Where the files lie.</summary>
    public string Folder { get; }

    /// <summary>The names of the models, in order.</summary>
    public IReadOnlyList<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*.keras").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>A file of a model; <see langword="null"/> if it is not there.</summary>
    public string? Find(string name, string ending)
    {
        string path = Path.Combine(Folder, name + ending);
        return File.Exists(path) ? path : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }
}
