using System.Buffers.Binary;
using System.Text;

namespace CnnGen.Interop;

/// <summary>The bytes of a pickle, one argument after the other.</summary>
internal sealed class PickleInput(byte[] bytes)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int _place;

    public byte Byte() => Bytes(1)[0];

    public int UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Bytes(8));

    /// <summary>A whole number of up to eight bytes.</summary>
    public long Long()
    {
        ReadOnlySpan<byte> digits = Bytes(Byte());
        if (digits.Length > sizeof(long))
        {
            throw new FileFault("its pickle has a whole number of more than eight bytes");
        }

        Span<byte> padded = stackalloc byte[sizeof(long)];
        padded.Fill(digits.Length > 0 && digits[^1] >= 0x80 ? (byte)0xFF : (byte)0);
        digits.CopyTo(padded);
        return BinaryPrimitives.ReadInt64LittleEndian(padded);
    }

    public string Text(int length) => Decoded(Bytes(length));

    public string Line()
    {
        int length = bytes.AsSpan(_place).IndexOf((byte)'\n');
        string line = Decoded(Bytes(length < 0 ? bytes.Length : length));
        _place++;
        return line;
    }

    public void Skip(int length) => Bytes(length);

    private static string Decoded(ReadOnlySpan<byte> text)
    {
        try
        {
            return StrictUtf8.GetString(text);
        }
        catch (DecoderFallbackException exception)
        {
            throw new FileFault("its pickle has a text that is not UTF-8", exception);
        }
    }

    private ReadOnlySpan<byte> Bytes(int length)
    {
        if (length < 0 || length > bytes.Length - _place)
        {
            throw new FileFault("its pickle is cut short");
        }

        _place += length;
        return bytes.AsSpan(_place - length, length);
    }
}
