namespace CnnGen;

/// <summary>Reads as many bytes as a header says that there are, and takes no more memory than twice of what is really there.</summary>
internal static class BoundedContent
{
    private const int FirstBlock = 1 << 16;

    /// <summary>Reads all bytes.</summary>
    /// <param name="content">Where they are.</param>
    /// <param name="length">How many there should be.</param>
    /// <param name="cutShort">Says that there are only so many.</param>
    public static byte[] Read(Stream content, int length, Func<int, CnnGenException> cutShort)
    {
        var bytes = new byte[Math.Min(length, FirstBlock)];
        for (int read = 0; ;)
        {
            read += content.ReadAtLeast(bytes.AsSpan(read), bytes.Length - read, throwOnEndOfStream: false);
            if (read < bytes.Length)
            {
                throw cutShort(read);
            }

            if (read == length)
            {
                return bytes;
            }

            Array.Resize(ref bytes, (int)Math.Min(length, 2L * read));
        }
    }
}
