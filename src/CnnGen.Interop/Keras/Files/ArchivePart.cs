using System.IO.Compression;

namespace CnnGen.Interop.Keras;

/// <summary>Reads a part of an archive into memory, no more than the archive is worth.</summary>
internal static class ArchivePart
{
    // Keras packs nothing; who packs an archive again gains little, as weights are noise.
    private const long Unpacked = 16 << 20;

    public static byte[] Read(ZipArchive archive, string name, long fileLength)
    {
        ZipArchiveEntry[] found = [.. archive.Entries.Where(entry => entry.FullName == name).Take(2)];
        if (found is not [ZipArchiveEntry entry])
        {
            throw new KerasFault(found.Length == 0 ? $"it has no {name}" : $"it has {name} twice");
        }

        long most = Math.Min(fileLength, entry.CompressedLength) + Unpacked;
        if (entry.Length > Math.Min(most, Array.MaxLength))
        {
            throw new KerasFault($"its {name} would have {entry.Length} bytes when unpacked");
        }

        using Stream packed = entry.Open();
        var summed = new SummedContent(packed);
        var content = new byte[entry.Length];
        int length = summed.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return length == content.Length && summed.ReadByte() < 0 && summed.Sum == entry.Crc32
            ? content
            : throw new KerasFault($"its {name} is damaged: length or check sum are wrong. Copy or save it anew");
    }
}
