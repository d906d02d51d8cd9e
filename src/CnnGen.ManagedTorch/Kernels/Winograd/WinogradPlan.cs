using static CnnGen.ManagedTorch.Kernels.WinogradTransforms;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>How a result is cut into tiles, and tiles into bands that pass through the second-level cache together.</summary>
internal readonly unsafe struct WinogradPlan
{
    /// <summary>Floats of a band's transformed inputs and products.</summary>
    private const int BandFloats = 96 * 1024;

    /// <summary>Tiles of a band: fewer would read the transformed weights, or sums, too often.</summary>
    private const int LeastTiles = 28;

    private const int ManyTiles = 64;

    /// <summary>Weights whose 36 products a kernel, 2 MB, stay in a second-level cache.</summary>
    private const long CachedWeights = 16 * 1024;

    /// <summary>Floats of a cache line.</summary>
    private const int Line = 16;

    private readonly int _tileRows, _units;

    /// <summary>For images whose tiles have a number of channels before and after, in all.</summary>
    public WinogradPlan(int images, int rows, int cols, int channels)
    {
        (Rows, Cols) = (rows, cols);
        TileCols = (cols + Tile - 1) / Tile;
        _tileRows = (rows + Tile - 1) / Tile;
        _units = images * _tileRows;
        int tiles = Math.Max(LeastTiles, BandFloats / (Products * channels));
        int bands = Math.Max((_units + UnitsOf(tiles) - 1) / UnitsOf(tiles), Math.Min(_units, 2 * WorkTeam.Threads));
        Bands = Math.Max(1, bands);
    }

    /// <summary>Pixels of a result.</summary>
    public int Rows { get; }

    public int Cols { get; }

    public int TileCols { get; }

    public int Bands { get; }

    /// <summary>Of the largest band.</summary>
    public int Tiles => (_units + Bands - 1) / Bands * TileCols;

    /// <summary>The rows of tiles of a band, counted over all images.</summary>
    public (long First, long End) Band(int band) => WorkTeam.Slice(_units, Bands, band);

    /// <summary>Where a row of tiles lies.</summary>
    public (long Image, int Top) At(long unit)
    {
        (long image, long row) = Math.DivRem(unit, _tileRows);
        return (image, (int)row * Tile);
    }

    /// <summary>Roughly the rows of some images that belong to a band; nothing behind the last band.</summary>
    public Stretch Stretch(int band, float* images, int rows, long rowFloats)
    {
        if (band >= Bands)
        {
            return default;
        }

        (long first, long end) = Band(band);
        (long image, int top) = At(first);
        return new Stretch(images + (image * rows + top) * rowFloats, (end - first) * Tile * rowFloats);
    }

    /// <summary>
    /// Floats from one tile's products to the next tile's. What belongs to a tile lies together, so that its 36 products are
    /// few pages; an odd number of cache lines keeps neighbours out of each other's cache sets.
    /// </summary>
    public static long TileFloats(int channels) => ((long)Products * channels / Line | 1) * Line;

    /// <summary>
    /// Whether most of what the tiles compute is wanted, and there are enough of them: transformed weights are four times as many, and
    /// to read those from beyond the cache for few tiles takes longer than all products of the plain sums.
    /// </summary>
    public static bool Pays(int images, int rows, int cols, long weights)
    {
        long tiles = (long)((rows + Tile - 1) / Tile) * ((cols + Tile - 1) / Tile);
        return 2L * rows * cols >= tiles * Tile * Tile && (images * tiles >= ManyTiles || weights <= CachedWeights);
    }

    private int UnitsOf(int tiles) => Math.Max(1, (tiles + TileCols / 2) / TileCols);
}
