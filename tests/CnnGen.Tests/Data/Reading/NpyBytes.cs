using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CnnGen.Tests;

/// <summary>Arrays in NumPy's formats, byte by byte.</summary>
internal static class NpyBytes
{
    public static byte[] Of(string type, string shape, byte[] content, bool fortran = false, int version = 1)
    {
        string text = $"{{'descr': '{type}', 'fortran_order': {(fortran ? "True" : "False")}, 'shape': ({shape}), }}";
        int frame = version == 1 ? 10 : 12;
        text = text.PadRight(((frame + text.Length + 64) / 64 * 64) - frame - 1) + "\n";
        return WithHeader(text, content, version);
    }

    public static byte[] WithHeader(string text, byte[] content, int version = 1)
    {
        byte[] size = new byte[version == 1 ? 2 : 4];
        if (version == 1)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(size, (ushort)text.Length);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)text.Length);
        }

        return [0x93, .. "NUMPY"u8, (byte)version, 0, .. size, .. Encoding.UTF8.GetBytes(text), .. content];
    }

    public static byte[] Floats(params float[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    public static byte[] Archive(CompressionLevel level, params (string Name, byte[] Content)[] arrays)
    {
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in arrays)
            {
                ZipArchiveEntry entry = archive.CreateEntry(name + ".npy", level);
                // The same bytes at every time of day, so that a test can look for some of them.
                entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using Stream stream = entry.Open();
                stream.Write(content);
            }
        }

        return target.ToArray();
    }
}
