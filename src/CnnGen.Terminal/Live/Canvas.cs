namespace CnnGen.Terminal.Live;

/// <summary>Dots that become characters: two by four in one of braille's, one in one of ASCII's. Marks take the whole of a character.</summary>
/// <param name="columns">Characters in a row.</param>
/// <param name="rows">Rows of characters.</param>
/// <param name="isUnicode">Whether braille may be used.</param>
internal sealed class Canvas(int columns, int rows, bool isUnicode)
{
    private const int Braille = 0x2800;

    // The dots of a braille character, by column and row.
    private static readonly int[,] Bits = { { 0x01, 0x02, 0x04, 0x40 }, { 0x08, 0x10, 0x20, 0x80 } };

    private readonly int[,] _dots = new int[rows, columns];
    private readonly char[,] _marks = new char[rows, columns];

    /// <summary>Dots in a row.</summary>
    public int Width => columns * DotsAcross;

    /// <summary>Rows of dots.</summary>
    public int Height => rows * DotsDown;

    private int DotsAcross => isUnicode ? 2 : 1;

    private int DotsDown => isUnicode ? 4 : 1;

    /// <summary>Sets a dot; the first row is at the top.</summary>
    public void Dot(int x, int y)
    {
        if (x >= 0 && x < Width && y >= 0 && y < Height)
        {
            _dots[y / DotsDown, x / DotsAcross] |= Bits[x % DotsAcross, y % DotsDown];
        }
    }

    /// <summary>Puts a character where a dot would be.</summary>
    public void Mark(int x, int y, char mark)
    {
        if (x >= 0 && x < Width && y >= 0 && y < Height)
        {
            _marks[y / DotsDown, x / DotsAcross] = mark;
        }
    }

    /// <summary>A row's characters, each with whether it is a mark.</summary>
    public IEnumerable<(char Character, bool IsMark)> Row(int row)
    {
        for (int column = 0; column < columns; column++)
        {
            yield return _marks[row, column] != 0 ? (_marks[row, column], true) : (Character(_dots[row, column]), false);
        }
    }

    private char Character(int dots) => dots == 0 ? ' ' : isUnicode ? (char)(Braille + dots) : '.';
}
