namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// The gradient of a convolution's weights: for every place of the kernel the product of the shifted input, transposed,
/// with the output's gradient. The register tile keeps some channels × filters while all pixels of an image go by;
/// every part sums its own images, and the parts are added in order. Sums that the cache does not hold are split by filters first.
/// </summary>
internal unsafe struct WeightGradient
{
    private const long BandFloats = 96 * 1024;

    /// <summary>Sums up to this size are cheap enough for more parts than threads, which evens the load.</summary>
    private const long SmallSums = 64 * 1024;

    /// <summary>Sums that a part keeps in the second-level cache, beside its band.</summary>
    private const long SplitFloats = 192 * 1024;

    private readonly ConvolutionSize _s;
    private readonly float* _x, _dy, _dw, _db;
    private readonly int _bands, _parts, _splits;
    private float* _sums;

    public WeightGradient(in ConvolutionSize size, float* x, float* dy, float* dw, float* db)
    {
        _s = size;
        _x = x;
        _dy = dy;
        _dw = dw;
        _db = db;
        long bandFloats = (long)size.OutH * Math.Max(size.StrideH * size.W * size.C, size.OutW * size.Filters);
        int threads = WorkTeam.Threads;
        _splits = (int)Math.Clamp((SumFloats + SplitFloats - 1) / SplitFloats, 1, size.Groups * Blocks);
        _parts = PartFloats <= SmallSums ? 4 * threads : _splits == 1 ? threads : (2 * threads + _splits - 1) / _splits;
        _bands = (int)Math.Clamp(Math.Max((bandFloats + BandFloats - 1) / BandFloats, (_parts + size.N - 1) / Math.Max(1, size.N)), 1, size.OutH);
        _parts = (int)Math.Clamp((long)size.N * _bands, 1, _parts);
    }

    private readonly int BlockWidth => 2 * WidestLanes.Count;

    private readonly int Blocks => (_s.GroupFilters + BlockWidth - 1) / BlockWidth;

    private readonly bool Merged => _s.Groups == 1 && _s.DilationW == 1;

    /// <summary>Neighbouring floats of the input that meet the same gradient: the rows of the tiles.</summary>
    private readonly int RunLength => Merged ? _s.KernelW * _s.C : _s.GroupC;

    private readonly int Runs => Merged ? _s.KernelH : _s.Taps;

    private readonly long BlockFloats => (long)Runs * RunLength * BlockWidth;

    private readonly long SumFloats => _s.Groups * Blocks * BlockFloats;

    /// <summary>The sums of a part: the weights', then the bias's.</summary>
    private readonly long PartFloats => SumFloats + (_s.Filters + 15) / 16 * 16;

    public void Run()
    {
        using var scratch = Scratch.Open();
        _sums = scratch.Floats(_parts * PartFloats);
        WidestLanes.Run(_splits * _parts, new SumWork(this));
        PartialSums.AddUp(_sums, _parts, PartFloats);
        WorkTeam.Run(_s.Filters, new UnpackWork(this));
    }

    private readonly struct SumWork(WeightGradient g) : IVectorWork
    {
        public void Run<T>(int index) where T : struct, ILanes<T>
        {
            (int split, int part) = Math.DivRem(index, g._parts);
            (long firstBlock, long endBlock) = WorkTeam.Slice(g._s.Groups * g.Blocks, g._splits, split);
            float* sums = g._sums + part * g.PartFloats;
            new Span<float>(sums + firstBlock * g.BlockFloats, checked((int)((endBlock - firstBlock) * g.BlockFloats))).Clear();
            if (split == 0) new Span<float>(sums + g.SumFloats, (int)(g.PartFloats - g.SumFloats)).Clear();
            (long first, long end) = WorkTeam.Slice((long)g._s.N * g._bands, g._parts, part);
            for (long unit = first; unit < end; unit++)
            {
                (long image, long band) = Math.DivRem(unit, g._bands);
                (long firstRow, long endRow) = WorkTeam.Slice(g._s.OutH, g._bands, (int)band);
                AddBand<T>(image, (int)firstRow, (int)endRow, (int)firstBlock, (int)endBlock, sums);
            }
        }

        private void AddBand<T>(long image, int firstRow, int endRow, int firstBlock, int endBlock, float* sums) where T : struct, ILanes<T>
        {
            ConvolutionSize s = g._s;
            using var scratch = Scratch.Open();
            int top = firstRow * s.StrideH - s.PadTop, right = (s.OutW - 1) * s.StrideW + (s.KernelW - 1) * s.DilationW + 1 - s.PadLeft;
            int bottom = (endRow - 1) * s.StrideH + (s.KernelH - 1) * s.DilationH + 1 - s.PadTop;
            ImageBand band = ImageBand.Take(g._x + image * s.H * s.W * s.C, s.H, s.W, s.C, top, bottom, -s.PadLeft, right, scratch);
            int rows = endRow - firstRow, pixels = rows * s.OutW;
            float* dy = g._dy + (image * s.OutH + firstRow) * s.OutW * s.Filters;
            if (g._db != null && firstBlock == 0)
            {
                ColumnSums.Add<T>(pixels, s.Filters, dy, sums + g.SumFloats);
            }

            nint* taps = scratch.Take<nint>(rows);
            for (int row = 0; row < rows; row++)
            {
                taps[row] = (nint)(row * s.StrideH * band.Pitch * sizeof(float));
            }

            float* aside = Packs ? scratch.Floats((long)pixels * g.BlockWidth) : null;
            for (int index = firstBlock; index < endBlock; index++)
            {
                (int group, int block) = Math.DivRem(index, g.Blocks);
                int first = block * g.BlockWidth, width = Math.Min(g.BlockWidth, s.GroupFilters - first);
                float* gradient = dy + group * s.GroupFilters + first;
                if (Packs)
                {
                    Pack(gradient, pixels, width, aside);
                    gradient = aside;
                }

                AddBlock<T>(band, top, group, gradient, taps, rows, width, sums + index * g.BlockFloats);
            }
        }

        /// <summary>Unless the filters fill exactly one block, each block's gradients are brought together: whole vectors are read of them.</summary>
        private bool Packs => g._s.Filters != g.BlockWidth || g._s.Groups > 1;

        private void Pack(float* gradient, int pixels, int width, float* target)
        {
            for (int i = 0; i < pixels; i++, target += g.BlockWidth, gradient += g._s.Filters)
            {
                new ReadOnlySpan<float>(gradient, width).CopyTo(new Span<float>(target, g.BlockWidth));
                new Span<float>(target + width, g.BlockWidth - width).Clear();
            }
        }

        private void AddBlock<T>(in ImageBand band, int top, int group, float* gradient, nint* taps, int rows, int width, float* sums)
            where T : struct, ILanes<T>
        {
            ConvolutionSize s = g._s;
            int lane = T.Count * sizeof(float), places = g.Merged ? 1 : s.KernelW;
            var o = new TileOperands
            {
                ARow = sizeof(float), AStep = s.StrideW * s.C * sizeof(float), Depth = s.OutW, Ahead = (byte*)gradient,
                BStep = 2 * lane, BTap = (nint)s.OutW * 2 * lane, StartRow = 2 * lane, CRow = 2 * lane,
            };
            int wholeWidth = width > T.Count ? 2 * T.Count : T.Count;
            for (int run = 0; run < g.Runs; run++, sums += g.RunLength * g.BlockWidth)
            {
                (int r, int q) = Math.DivRem(run, places);
                o.A = (byte*)(band.Origin + r * s.DilationH * band.Pitch + (long)q * s.DilationW * s.C + group * s.GroupC);
                o.Start = (byte*)sums;

                // Rows above and below the image would add nothing.
                (int firstRow, int endRow) = ImageBand.Inside(top + r * s.DilationH, s.StrideH, rows, s.H);
                o.Taps = taps + firstRow;
                o.TapCount = endRow - firstRow;
                o.B = (byte*)gradient + firstRow * o.BTap;
                TileRow.Run<T>(g.RunLength, wholeWidth, ref o, (byte*)sums);
            }
        }
    }

    private readonly struct UnpackWork(WeightGradient g) : IWork
    {
        public void Run(int filter)
        {
            (int group, int k) = Math.DivRem(filter, g._s.GroupFilters);
            (int block, int lane) = Math.DivRem(k, g.BlockWidth);
            float* source = g._sums + (group * g.Blocks + block) * g.BlockFloats + lane;
            float* target = g._dw + (long)filter * g._s.GroupC * g._s.Taps;
            for (int tap = 0; tap < g._s.Taps; tap++)
            {
                for (int c = 0; c < g._s.GroupC; c++, source += g.BlockWidth)
                {
                    target[c * g._s.Taps + tap] = *source;
                }
            }

            if (g._db != null)
            {
                g._db[filter] = g._sums[g.SumFloats + filter];
            }
        }
    }
}
