using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CnnGen.Tests.Streaming;

/// <summary>Pictures in a file, read one by one; the class of a picture follows from its place.</summary>
internal sealed class FileSource : IExampleSource, IDisposable
{
    public const int Side = 32;
    public const int Classes = 2;

    /// <summary>Bytes of a picture.</summary>
    public const int PictureSize = Side * Side * sizeof(float);

    private readonly SafeFileHandle _file;

    public FileSource(string path)
    {
        _file = File.OpenHandle(path);
        Count = (int)(RandomAccess.GetLength(_file) / PictureSize);
    }

    public int Count { get; }

    public IReadOnlyList<DataInput> Inputs { get; } = [new DataInput("image", Side, Side, 1)];

    public IReadOnlyList<DataTarget> Targets { get; } = [DataTarget.ClassIndex("label", Classes)];

    public static int LabelOf(int index) => index % Classes;

    public void Read(int index, ExampleWriter example)
    {
        RandomAccess.Read(_file, MemoryMarshal.AsBytes(example.Input()), (long)index * PictureSize);
        example.Labels()[0] = LabelOf(index);
    }

    public void Dispose() => _file.Dispose();
}
