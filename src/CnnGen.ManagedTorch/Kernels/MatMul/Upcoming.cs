namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// Two stretches of memory that are wanted soon: what is written when the products of a band are done, and what the next band
/// reads. Register tiles fetch them meanwhile, a line a step, so that the memory works while the arithmetic does.
/// </summary>
internal unsafe struct Upcoming
{
    /// <summary>Bytes of a cache line.</summary>
    private const int Line = 64;

    private byte* _next, _end;
    private Stretch _later;

    public Upcoming(Stretch soon, Stretch later)
    {
        Begin(soon);
        _later = later;
    }

    /// <summary>Lets the tiles of <paramref name="rows"/> rows fetch what comes next; where tiles end, some lines too many are fetched.</summary>
    public void Assign<T>(int rows, ref TileOperands o) where T : struct, ILanes<T>
    {
        if (_next >= _end)
        {
            Begin(_later);
            _later = default;
        }

        if (_next == null)
        {
            o.Ahead = o.B;
            o.AheadStep = o.AheadTap = o.AheadTile = 0;
            return;
        }

        o.Ahead = _next;
        o.AheadStep = Line;
        o.AheadTap = o.Depth * Line;
        o.AheadTile = o.TapCount * o.AheadTap;
        o.AheadTiles = (rows + T.TileRows - 1) / T.TileRows;
        _next += o.AheadTiles * o.AheadTile;
    }

    private void Begin(Stretch stretch)
    {
        _next = (byte*)stretch.First;
        _end = (byte*)stretch.End;
    }
}
