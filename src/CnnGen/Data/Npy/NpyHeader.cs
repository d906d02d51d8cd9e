using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CnnGen;

/// <summary>The beginning of a <c>.npy</c> file: its version, and a Python dictionary of the elements' type, the order and the shape.</summary>
/// <param name="Type">What the elements are.</param>
/// <param name="IsFortranOrder">Whether the first dimension runs fastest.</param>
/// <param name="Shape">The dimensions.</param>
internal sealed partial record NpyHeader(NumberType Type, bool IsFortranOrder, int[] Shape)
{
    // NumPy itself reads no longer one unless told to.
    private const int LongestText = 1 << 16;

    private const int FrameLength = 8;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Elements of the array.</summary>
    public Int128 Count => ArraySize.Of(Shape);

    /// <exception cref="CnnGenException">It is no such file, or one that holds something else than numbers.</exception>
    public static NpyHeader Read(Stream content, string name)
    {
        Span<byte> frame = stackalloc byte[FrameLength];
        int length = content.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false);
        if (!frame[..length].StartsWith(Magic[..Math.Min(length, Magic.Length)]) || length == 0)
        {
            throw new CnnGenException(length == 0
                ? $"{name} is empty; expected an array as NumPy saves it."
                : $"{name} is no .npy file: it begins with the bytes {Convert.ToHexString(frame[..Math.Min(length, Magic.Length)])}; expected an array as NumPy saves it.");
        }

        if (length < frame.Length)
        {
            throw CutShort(name);
        }

        byte version = frame[6];
        if (version is < 1 or > 3)
        {
            throw new CnnGenException($"{name} is a .npy file of the version {version}.{frame[7]}; 1, 2 and 3 can be read.");
        }

        string text = ReadText(content, name, version);
        return Parse(name, text);
    }

    private static string ReadText(Stream content, string name, byte version)
    {
        Span<byte> size = stackalloc byte[version == 1 ? sizeof(ushort) : sizeof(uint)];
        if (content.ReadAtLeast(size, size.Length, throwOnEndOfStream: false) < size.Length)
        {
            throw CutShort(name);
        }

        uint length = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size);
        if (length > LongestText)
        {
            throw new CnnGenException($"{name} says that its header has {length} bytes; it is damaged, or holds records and no numbers.");
        }

        byte[] bytes = BoundedContent.Read(content, (int)length, _ => CutShort(name));
        return (version == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes).TrimEnd(' ', '\n', '\0');
    }

    private static NpyHeader Parse(string name, string text)
    {
        string? type = Find(Descriptor(), text);
        string? order = Find(Order(), text);
        string? shape = Find(Sizes(), text);
        if (type is null || order is null || shape is null)
        {
            bool isRecord = text.Contains("'descr': [", StringComparison.Ordinal);
            throw new CnnGenException(isRecord
                ? $"{name} holds records with several fields; save each field as an array of its own."
                : $"{name} has a header that cannot be read: {Shown(text)}");
        }

        return new NpyHeader(ElementType(name, type), order == "True", ParseShape(name, shape));
    }

    private static NumberType ElementType(string name, string type)
    {
        char order = type[0];
        string rest = order is '<' or '>' or '|' or '=' ? type[1..] : type;
        return rest is "b1" or "?" ? NumberType.Truth
            : rest.Length is 2 or 3 && int.TryParse(rest.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int size)
                && NumberType.Of(rest[0], size, order == '>') is { } found ? found
            : throw new CnnGenException(
                $"{name} has elements of the type {Shown(type)}, which are no plain numbers: save whole numbers, truth values or floats of 16, 32 or 64 bits.");
    }

    private static int[] ParseShape(string name, string shape)
    {
        string[] parts = shape.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var sizes = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            // Old versions of Python 2 wrote a long number with an L.
            sizes[i] = int.TryParse(parts[i].TrimEnd('L'), NumberStyles.None, CultureInfo.InvariantCulture, out int size)
                ? size
                : throw new CnnGenException($"{name} has the shape ({Shown(shape)}), of which '{Shown(parts[i])}' is no size that can be held.");
        }

        return sizes;
    }

    private static string? Find(Regex pattern, string text) => pattern.Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    private static string Shown(string text) => new([.. text.Take(80).Select(static sign => char.IsControl(sign) ? '?' : sign)]);

    private static CnnGenException CutShort(string name) => new($"{name} is cut short: it ends within the header of its array.");

    [GeneratedRegex("""['"]descr['"]\s*:\s*['"]([^'"]{1,64})['"]""", RegexOptions.CultureInvariant)]
    private static partial Regex Descriptor();

    [GeneratedRegex("""['"]fortran_order['"]\s*:\s*(True|False)""", RegexOptions.CultureInvariant)]
    private static partial Regex Order();

    [GeneratedRegex("""['"]shape['"]\s*:\s*\(([^()]{0,1024})\)""", RegexOptions.CultureInvariant)]
    private static partial Regex Sizes();
}
