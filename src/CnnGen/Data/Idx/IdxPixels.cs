using System.Globalization;

namespace CnnGen;

/// <summary>Takes pixels of an IDX file, as bytes from 0, which is black, to 255, which is white.</summary>
internal sealed class IdxPixels : IIdxTarget
{
    private const double ByteWhite = 255;

    private readonly string _path;
    private readonly IdxElement _element;
    private readonly int _imageSize;
    private readonly bool _copies;
    private double _white;
    private bool _whiteMayRise;
    private int _taken;

    public IdxPixels(string path, IdxHeader header, int count, double? white)
    {
        _path = path;
        _element = header.Element;
        _imageSize = count == 0 ? 1 : count / header.Sizes[0];
        _white = white ?? (_element.IsReal ? 1 : ByteWhite);
        _whiteMayRise = white is null && _element.IsReal;
        _copies = _element is { Size: 1, IsSigned: false } && _white == ByteWhite;
        Pixels = new byte[count];
    }

    /// <summary>The pixels, in the file's order.</summary>
    public byte[] Pixels { get; }

    public void Add(ReadOnlySpan<byte> elements)
    {
        if (_copies)
        {
            elements.CopyTo(Pixels.AsSpan(_taken));
            _taken += elements.Length;
            return;
        }

        for (int i = 0; i < elements.Length; i += _element.Size)
        {
            Pixels[_taken] = ToByte(_element.Value(elements.Slice(i, _element.Size)));
            _taken++;
        }
    }

    private byte ToByte(double value)
    {
        if (_whiteMayRise && value > _white && value <= ByteWhite)
        {
            RaiseWhite();
        }

        return value >= 0 && value <= _white
            ? (byte)Math.Round(value * ByteWhite / _white, MidpointRounding.AwayFromZero)
            : throw new CnnGenException(FormattableString.Invariant(
                $"{_path} has the pixel {value} in image {_taken / _imageSize}: pixels go from 0 to {Range()}. {nameof(IdxOptions)}.{nameof(IdxOptions.White)} says which value is white."));
    }

    // So far no value was above 1, and each stands for at most 1 of 255.
    private void RaiseWhite()
    {
        foreach (ref byte pixel in Pixels.AsSpan(0, _taken))
        {
            pixel = (byte)Math.Round(pixel / ByteWhite, MidpointRounding.AwayFromZero);
        }

        _white = ByteWhite;
        _whiteMayRise = false;
    }

    private string Range() => _whiteMayRise ? $"1 or {ByteWhite}" : _white.ToString(CultureInfo.InvariantCulture);
}
