using System.Runtime.CompilerServices;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// What a register tile computes: c[i, j] = start[i, j] + Σ over taps and steps of a[i, step]·b[step, j].
/// Distances are in bytes. An operand whose rows are the same everywhere has distance 0.
/// </summary>
internal unsafe struct TileOperands
{
    /// <summary>The operand that is broadcast: a row of the tile for each of its rows.</summary>
    public byte* A;

    public nint ARow, AStep;

    /// <summary>Where in A each tap begins. In a convolution taps are kernel rows, in a plain product there is one.</summary>
    public nint* Taps;

    public int TapCount, Depth;

    /// <summary>The operand that is read in vectors; its taps lie <see cref="BTap"/> apart.</summary>
    public byte* B;

    public nint BStep, BTap;

    /// <summary>What is added to: a bias (row distance 0), zeros, or c itself.</summary>
    public byte* Start;

    public nint StartRow;

    public byte* C;

    public nint CRow;

    /// <summary>
    /// What is brought into the cache meanwhile, for whoever works next: at every step what lies AheadStep further,
    /// and at every tap what lies AheadTap further. One of AheadTiles tiles begins AheadTile after the one before.
    /// </summary>
    public byte* Ahead;

    public nint AheadStep, AheadTap, AheadTile;

    public int AheadTiles;

    /// <summary>Whether c is not in the cache: its lines are fetched while the tile's sums are taken, so that writing them does not wait.</summary>
    public bool FetchesTarget;
}

/// <summary>
/// The one inner loop behind convolutions and matrix products: a block of c stays in registers while rows of b stream by.
/// Fourteen rows of two vectors fill the 32 registers of AVX-512 (28 sums, two of b, one broadcast) and need only
/// 16 loads for 28 multiply-adds; machines with 16 registers use up to six rows.
/// </summary>
internal static unsafe class RegisterTile
{
    public const int MaxRows = 14;

    /// <summary>Runs a tile of the given size; rows at most T.TileRows, vectors 1 or 2.</summary>
    public static void Run<T>(int rows, int vectors, in TileOperands o) where T : struct, ILanes<T>
    {
        if (vectors == 1)
        {
            Run<T, N1>(rows, o);
        }
        else
        {
            Run<T, N2>(rows, o);
        }
    }

    private static void Run<T, TVectors>(int rows, in TileOperands o) where T : struct, ILanes<T> where TVectors : struct, ICount
    {
        switch (rows)
        {
            case 1: Block<T, N1, TVectors>(o); break;
            case 2: Block<T, N2, TVectors>(o); break;
            case 3: Block<T, N3, TVectors>(o); break;
            case 4: Block<T, N4, TVectors>(o); break;
            case 5: Block<T, N5, TVectors>(o); break;
            case 6: Block<T, N6, TVectors>(o); break;
            case 7: Block<T, N7, TVectors>(o); break;
            case 8: Block<T, N8, TVectors>(o); break;
            case 9: Block<T, N9, TVectors>(o); break;
            case 10: Block<T, N10, TVectors>(o); break;
            case 11: Block<T, N11, TVectors>(o); break;
            case 12: Block<T, N12, TVectors>(o); break;
            case 13: Block<T, N13, TVectors>(o); break;
            case 14: Block<T, N14, TVectors>(o); break;
            default: throw new ArgumentOutOfRangeException(nameof(rows));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Block<T, TRows, TVectors>(in TileOperands o)
        where T : struct, ILanes<T> where TRows : struct, ICount where TVectors : struct, ICount
    {
        int next = T.Count * sizeof(float);
        byte* start = o.Start;
        nint startRow = o.StartRow;
        T x0 = Load<T>(start), y0 = Second<T, TVectors>(start, next);
        Unsafe.SkipInit(out T x1); Unsafe.SkipInit(out T y1); Unsafe.SkipInit(out T x2); Unsafe.SkipInit(out T y2); Unsafe.SkipInit(out T x3); Unsafe.SkipInit(out T y3); Unsafe.SkipInit(out T x4); Unsafe.SkipInit(out T y4); Unsafe.SkipInit(out T x5); Unsafe.SkipInit(out T y5); Unsafe.SkipInit(out T x6); Unsafe.SkipInit(out T y6); Unsafe.SkipInit(out T x7); Unsafe.SkipInit(out T y7); Unsafe.SkipInit(out T x8); Unsafe.SkipInit(out T y8); Unsafe.SkipInit(out T x9); Unsafe.SkipInit(out T y9); Unsafe.SkipInit(out T x10); Unsafe.SkipInit(out T y10); Unsafe.SkipInit(out T x11); Unsafe.SkipInit(out T y11); Unsafe.SkipInit(out T x12); Unsafe.SkipInit(out T y12); Unsafe.SkipInit(out T x13); Unsafe.SkipInit(out T y13);
        if (TRows.Value > 1) { start += startRow; x1 = Load<T>(start); y1 = Second<T, TVectors>(start, next); }
        if (TRows.Value > 2) { start += startRow; x2 = Load<T>(start); y2 = Second<T, TVectors>(start, next); }
        if (TRows.Value > 3) { start += startRow; x3 = Load<T>(start); y3 = Second<T, TVectors>(start, next); }
        if (TRows.Value > 4) { start += startRow; x4 = Load<T>(start); y4 = Second<T, TVectors>(start, next); }
        if (TRows.Value > 5) { start += startRow; x5 = Load<T>(start); y5 = Second<T, TVectors>(start, next); }
        if (TRows.Value > 6) { start += startRow; x6 = Load<T>(start); y6 = Second<T, TVectors>(start, next); }
        if (TRows.Value > 7) { start += startRow; x7 = Load<T>(start); y7 = Second<T, TVectors>(start, next); }
        if (TRows.Value > 8) { start += startRow; x8 = Load<T>(start); y8 = Second<T, TVectors>(start, next); }
        if (TRows.Value > 9) { start += startRow; x9 = Load<T>(start); y9 = Second<T, TVectors>(start, next); }
        if (TRows.Value > 10) { start += startRow; x10 = Load<T>(start); y10 = Second<T, TVectors>(start, next); }
        if (TRows.Value > 11) { start += startRow; x11 = Load<T>(start); y11 = Second<T, TVectors>(start, next); }
        if (TRows.Value > 12) { start += startRow; x12 = Load<T>(start); y12 = Second<T, TVectors>(start, next); }
        if (TRows.Value > 13) { start += startRow; x13 = Load<T>(start); y13 = Second<T, TVectors>(start, next); }

        nint row = o.ARow, row3 = 3 * row, aStep = o.AStep, bStep = o.BStep, aheadStep = o.AheadStep;
        for (int tap = 0; tap < o.TapCount; tap++)
        {
            byte* a0 = o.A + o.Taps[tap], b = o.B + tap * o.BTap, ahead = o.Ahead + tap * o.AheadTap;
            for (int k = o.Depth; k > 0; k--)
            {
                T v = Load<T>(b), w = Second<T, TVectors>(b, next), s;
                b += bStep;
                Cache.Prefetch(ahead);
                ahead += aheadStep;
                s = Broadcast<T>(a0); x0 = T.MultiplyAdd(s, v, x0); if (TVectors.Value > 1) y0 = T.MultiplyAdd(s, w, y0);
                if (TRows.Value > 1) { s = Broadcast<T>(a0 + row); x1 = T.MultiplyAdd(s, v, x1); if (TVectors.Value > 1) y1 = T.MultiplyAdd(s, w, y1); }
                if (TRows.Value > 2) { s = Broadcast<T>(a0 + 2 * row); x2 = T.MultiplyAdd(s, v, x2); if (TVectors.Value > 1) y2 = T.MultiplyAdd(s, w, y2); }
                byte* a3 = a0 + row3;
                if (TRows.Value > 3) { s = Broadcast<T>(a3); x3 = T.MultiplyAdd(s, v, x3); if (TVectors.Value > 1) y3 = T.MultiplyAdd(s, w, y3); }
                if (TRows.Value > 4) { s = Broadcast<T>(a3 + row); x4 = T.MultiplyAdd(s, v, x4); if (TVectors.Value > 1) y4 = T.MultiplyAdd(s, w, y4); }
                if (TRows.Value > 5) { s = Broadcast<T>(a3 + 2 * row); x5 = T.MultiplyAdd(s, v, x5); if (TVectors.Value > 1) y5 = T.MultiplyAdd(s, w, y5); }
                byte* a6 = a3 + row3;
                if (TRows.Value > 6) { s = Broadcast<T>(a6); x6 = T.MultiplyAdd(s, v, x6); if (TVectors.Value > 1) y6 = T.MultiplyAdd(s, w, y6); }
                if (TRows.Value > 7) { s = Broadcast<T>(a6 + row); x7 = T.MultiplyAdd(s, v, x7); if (TVectors.Value > 1) y7 = T.MultiplyAdd(s, w, y7); }
                if (TRows.Value > 8) { s = Broadcast<T>(a6 + 2 * row); x8 = T.MultiplyAdd(s, v, x8); if (TVectors.Value > 1) y8 = T.MultiplyAdd(s, w, y8); }
                byte* a9 = a6 + row3;
                if (TRows.Value > 9) { s = Broadcast<T>(a9); x9 = T.MultiplyAdd(s, v, x9); if (TVectors.Value > 1) y9 = T.MultiplyAdd(s, w, y9); }
                if (TRows.Value > 10) { s = Broadcast<T>(a9 + row); x10 = T.MultiplyAdd(s, v, x10); if (TVectors.Value > 1) y10 = T.MultiplyAdd(s, w, y10); }
                if (TRows.Value > 11) { s = Broadcast<T>(a9 + 2 * row); x11 = T.MultiplyAdd(s, v, x11); if (TVectors.Value > 1) y11 = T.MultiplyAdd(s, w, y11); }
                byte* a12 = a9 + row3;
                if (TRows.Value > 12) { s = Broadcast<T>(a12); x12 = T.MultiplyAdd(s, v, x12); if (TVectors.Value > 1) y12 = T.MultiplyAdd(s, w, y12); }
                if (TRows.Value > 13) { s = Broadcast<T>(a12 + row); x13 = T.MultiplyAdd(s, v, x13); if (TVectors.Value > 1) y13 = T.MultiplyAdd(s, w, y13); }
                a0 += aStep;
            }
        }

        byte* c = o.C;
        nint cRow = o.CRow;
        Store<T, TVectors>(c, next, x0, y0);
        if (TRows.Value > 1) { c += cRow; Store<T, TVectors>(c, next, x1, y1); }
        if (TRows.Value > 2) { c += cRow; Store<T, TVectors>(c, next, x2, y2); }
        if (TRows.Value > 3) { c += cRow; Store<T, TVectors>(c, next, x3, y3); }
        if (TRows.Value > 4) { c += cRow; Store<T, TVectors>(c, next, x4, y4); }
        if (TRows.Value > 5) { c += cRow; Store<T, TVectors>(c, next, x5, y5); }
        if (TRows.Value > 6) { c += cRow; Store<T, TVectors>(c, next, x6, y6); }
        if (TRows.Value > 7) { c += cRow; Store<T, TVectors>(c, next, x7, y7); }
        if (TRows.Value > 8) { c += cRow; Store<T, TVectors>(c, next, x8, y8); }
        if (TRows.Value > 9) { c += cRow; Store<T, TVectors>(c, next, x9, y9); }
        if (TRows.Value > 10) { c += cRow; Store<T, TVectors>(c, next, x10, y10); }
        if (TRows.Value > 11) { c += cRow; Store<T, TVectors>(c, next, x11, y11); }
        if (TRows.Value > 12) { c += cRow; Store<T, TVectors>(c, next, x12, y12); }
        if (TRows.Value > 13) { c += cRow; Store<T, TVectors>(c, next, x13, y13); }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Load<T>(byte* source) where T : struct, ILanes<T> => T.Load((float*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Second<T, TVectors>(byte* source, int next) where T : struct, ILanes<T> where TVectors : struct, ICount =>
        TVectors.Value > 1 ? T.Load((float*)(source + next)) : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Broadcast<T>(byte* source) where T : struct, ILanes<T> => T.Create(*(float*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T, TVectors>(byte* target, int next, T first, T second)
        where T : struct, ILanes<T> where TVectors : struct, ICount
    {
        first.Store((float*)target);
        if (TVectors.Value > 1)
        {
            second.Store((float*)(target + next));
        }
    }
}
