namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// A convolution as a list of taps over NHWC images, which is what the forward pass and the gradient of the input have
/// in common. Weights are packed so that the register tile reads them in order; pixels of an output row are its rows.
/// </summary>
internal unsafe struct TapConvolution
{
    /// <summary>Floats of a source band: with weights and outputs it stays within a second-level cache.</summary>
    private const long BandFloats = 96 * 1024;

    /// <summary>Multiply-adds of a part that is worth a thread of its own: two microseconds.</summary>
    private const long SmallestPart = 256 * 1024;

    /// <summary>Floats of the weights that a part reads again and again: with its band they stay within a second-level cache.</summary>
    private const long SplitFloats = 192 * 1024;

    public float* Source;
    public int N, H, W, C;

    /// <summary>Outputs an image, and how they lie in the target, in floats.</summary>
    public int Rows, Cols;
    public float* Target;
    public long TargetImage, TargetRow, TargetPixel;

    /// <summary>Pixels by which the last row is shorter than the others.</summary>
    public int Missing;

    public TapAxis Vertical, Horizontal;

    /// <summary>Channels read and written by each group.</summary>
    public int Groups, Depth, Outputs;

    /// <summary>Weights as they come: distances, in floats, between outputs and between channels read; a kernel's places are adjacent.</summary>
    public float* Weights;
    public long WeightOutput, WeightDepth, WeightGroup;
    public int KernelW;

    /// <summary>Null for none.</summary>
    public float* Bias;

    public Epilogue Epilogue;

    /// <summary>Pixels of a joined row: whole tiles, whether of 14 rows or of six, or nearly so.</summary>
    private const int JoinedRow = 84;

    // What Run prepares.
    private float* _packed;
    private float* _start;
    private int _bands, _splits;

    private readonly int BlockWidth => 2 * WidestLanes.Count;

    private readonly int Blocks => (Outputs + BlockWidth - 1) / BlockWidth;

    private readonly long BlockFloats => (long)Vertical.Count * Horizontal.Count * Depth * BlockWidth;

    /// <summary>With one group, neighbouring taps and channels form one long run, and the tile's loop seldom restarts.</summary>
    private readonly bool Merged => Groups == 1 && Horizontal.IsDense;

    /// <summary>
    /// Where pixels have no neighbours, all images are one run of pixels, cut into rows that fill the register tiles: rows of an
    /// image of 7 × 7 would fill half of one.
    /// </summary>
    public void JoinRows()
    {
        long pixels = (long)N * Rows * Cols;
        Cols = W = (int)Math.Min(pixels, JoinedRow);
        Rows = H = checked((int)((pixels + Cols - 1) / Cols));
        Missing = (int)((long)Rows * Cols - pixels);
        N = 1;
        TargetRow = Cols * TargetPixel;
    }

    /// <param name="kept">Where packed weights stay for the next call with the same ones; null if they will have changed by then.</param>
    /// <param name="key">What tells these weights from others that are kept there.</param>
    public void Run(KeptWeights? kept = null, in PackedKey key = default)
    {
        using var scratch = Scratch.Open();
        _start = scratch.Zeros(Groups * Blocks * BlockWidth);
        if (Bias != null)
        {
            for (int g = 0; g < Groups; g++)
            {
                new ReadOnlySpan<float>(Bias + g * Outputs, Outputs).CopyTo(new Span<float>(_start + g * Blocks * BlockWidth, Outputs));
            }
        }

        using var packed = PackedWeights.Find(kept, key, Groups * Blocks * BlockFloats, scratch);
        _packed = packed.Floats;
        if (packed.IsBlank)
        {
            WidestLanes.Run(Groups * Blocks, new PackWork(this));
            packed.Fill();
        }

        Divide();
        WidestLanes.Run(_splits * N * _bands, new ComputeWork(this));
    }

    /// <summary>
    /// Cuts the work: images into bands of rows, and outputs into splits. Where the weights are many they are split first, so that a
    /// split of them serves all images from the cache; where the images are few, what is left is divided among the threads.
    /// </summary>
    private void Divide()
    {
        long imageFloats = (long)Math.Max(1, (Rows - 1) * Vertical.Step + Vertical.Last - Vertical.First + 1) * W * C;
        long multiplyAdds = (long)N * (Rows * Cols - Missing) * Vertical.Count * Horizontal.Count * Depth * Outputs * Groups;
        int blocks = Groups * Blocks;
        long wanted = Math.Clamp(multiplyAdds / SmallestPart, 1, 2L * WorkTeam.Threads);
        _splits = (int)Math.Clamp((blocks * BlockFloats + SplitFloats - 1) / SplitFloats, 1, blocks);
        long rowParts = (wanted + (long)_splits * N - 1) / ((long)_splits * N);
        _bands = (int)Math.Clamp(Math.Max((imageFloats + BandFloats - 1) / BandFloats, rowParts), 1, Rows);
        long parts = (long)_splits * N * _bands;
        if (parts < wanted)
        {
            _splits = (int)Math.Clamp((wanted + (long)N * _bands - 1) / ((long)N * _bands), _splits, blocks);
        }
    }

    private readonly struct PackWork(TapConvolution c) : IVectorWork
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            (int group, int block) = Math.DivRem(part, c.Blocks);
            int first = block * c.BlockWidth, width = Math.Min(c.BlockWidth, c.Outputs - first);
            float* source = c.Weights + group * c.WeightGroup + first * c.WeightOutput;
            float* target = c._packed + part * c.BlockFloats;
            if (IsWhole(out bool turned, out int firstPlace))
            {
                PackPlaces<T>(source + firstPlace, width, turned, target);
                return;
            }

            for (int i = 0; i < c.Vertical.Count; i++)
            {
                for (int j = 0; j < c.Horizontal.Count; j++)
                {
                    float* tap = source + c.Vertical.Kernel(i) * c.KernelW + c.Horizontal.Kernel(j);
                    for (int d = 0; d < c.Depth; d++, target += c.BlockWidth)
                    {
                        PackRow(tap + d * c.WeightDepth, width, target);
                    }
                }
            }
        }

        /// <summary>Whether the taps are neighbouring rows of the kernel in order, or in order from the last to the first.</summary>
        private bool IsWhole(out bool turned, out int firstPlace)
        {
            int rows = c.Vertical.Count, columns = c.Horizontal.Count;
            (turned, firstPlace) = (false, 0);
            if (rows == 0 || columns != c.KernelW)
            {
                return false;
            }

            int first = c.Vertical.Kernel(0), last = c.Vertical.Kernel(rows - 1);
            turned = first > last || c.Horizontal.Kernel(0) > 0;
            firstPlace = Math.Min(first, last) * c.KernelW;
            return last - first == (turned ? 1 - rows : rows - 1);
        }

        /// <summary>
        /// All taps at once: for each channel, outputs × places becomes places × outputs. By way of a small table, because
        /// the places' targets are often a multiple of 4 KB apart, which a cache does not hold.
        /// </summary>
        private void PackPlaces<T>(float* source, int width, bool turned, float* target) where T : struct, ILanes<T>
        {
            using var scratch = Scratch.Open();
            int places = c.Vertical.Count * c.Horizontal.Count;
            float* table = scratch.Zeros(places * 2 * T.Count);
            for (int d = 0; d < c.Depth; d++, target += 2 * T.Count)
            {
                Transpose.Run(width, places, source + d * c.WeightDepth, c.WeightOutput, table, 2 * T.Count);
                for (int tap = 0; tap < places; tap++)
                {
                    float* from = table + (turned ? places - 1 - tap : tap) * 2 * T.Count, to = target + (long)tap * c.Depth * 2 * T.Count;
                    T.Load(from).Store(to);
                    T.Load(from + T.Count).Store(to + T.Count);
                }
            }
        }

        private void PackRow(float* source, int width, float* target)
        {
            long distance = c.WeightOutput;
            for (int o = 0; o < width; o++)
            {
                target[o] = source[o * distance];
            }

            for (int o = width; o < c.BlockWidth; o++)
            {
                target[o] = 0;
            }
        }
    }

    private readonly struct ComputeWork(TapConvolution c) : IVectorWork
    {
        public void Run<T>(int part) where T : struct, ILanes<T>
        {
            (int split, int rest) = Math.DivRem(part, c.N * c._bands);
            (int image, int bandIndex) = Math.DivRem(rest, c._bands);
            (long firstRow, long endRow) = WorkTeam.Slice(c.Rows, c._bands, bandIndex);
            (long firstBlock, long endBlock) = WorkTeam.Slice(c.Groups * c.Blocks, c._splits, split);
            using var scratch = Scratch.Open();
            ImageBand band = Band(image, (int)firstRow, (int)endRow, scratch);
            float* target = c.Target + image * c.TargetImage + firstRow * c.TargetRow;
            int runs = c.Merged ? 1 : c.Horizontal.Count;
            nint* taps = scratch.Take<nint>(c.Vertical.Count * runs);
            for (int i = 0, t = 0; i < c.Vertical.Count; i++)
            {
                for (int j = 0; j < runs; j++, t++)
                {
                    taps[t] = (nint)((c.Vertical.Offset(i) - c.Vertical.First) * band.Pitch
                        + (long)(c.Horizontal.Offset(j) - c.Horizontal.First) * c.C) * sizeof(float);
                }
            }

            int depth = c.Merged ? c.Horizontal.Count * c.Depth : c.Depth;
            int lane = T.Count * sizeof(float);
            var o = new TileOperands
            {
                ARow = c.Horizontal.Step * c.C * sizeof(float), AStep = sizeof(float),
                Depth = depth,
                BStep = 2 * lane, BTap = (nint)depth * 2 * lane, StartRow = 0, CRow = (nint)(c.TargetPixel * sizeof(float)),
            };
            // A kernel of one place has few weights: each row of outputs is written from end to end. With more of them, each block of
            // weights serves all rows before the next one comes.
            int together = c.Vertical.Count * c.Horizontal.Count == 1 ? 1 : (int)(endRow - firstRow);
            o.FetchesTarget = together == 1;
            for (int row = (int)firstRow; row < endRow; row += together)
            {
                float* outputs = target + (row - firstRow) * c.TargetRow;
                for (int block = (int)firstBlock; block < endBlock; block++)
                {
                    Block<T>(block, row, Math.Min(row + together, (int)endRow), band, (int)firstRow, outputs, taps, runs, ref o);
                }
            }
        }

        private ImageBand Band(int image, int firstRow, int endRow, in Scratch scratch)
        {
            int top = firstRow * c.Vertical.Step + c.Vertical.First;
            int bottom = (endRow - 1) * c.Vertical.Step + c.Vertical.Last + 1;
            int right = (c.Cols - 1) * c.Horizontal.Step + c.Horizontal.Last + 1;
            return ImageBand.Take(c.Source + (long)image * c.H * c.W * c.C, c.H, c.W, c.C, top, bottom, c.Horizontal.First, right, scratch);
        }

        private void Block<T>(int index, int firstRow, int endRow, in ImageBand band, int bandRow, float* target, nint* taps, int runs, ref TileOperands o)
            where T : struct, ILanes<T>
        {
            (int group, int block) = Math.DivRem(index, c.Blocks);
            int first = block * c.BlockWidth, width = Math.Min(c.BlockWidth, c.Outputs - first);
            float* source = band.Origin + group * c.Depth;
            target += group * c.Outputs + first;
            byte* weights = (byte*)(c._packed + index * c.BlockFloats);
            o.Ahead = weights;
            o.Start = (byte*)(c._start + index * c.BlockWidth);
            for (int row = firstRow; row < endRow; row++)
            {
                // Rows above and below the image would add nothing.
                (int firstTap, int endTap) = c.Vertical.Inside(row, c.H);
                o.Taps = taps + firstTap * runs;
                o.TapCount = (endTap - firstTap) * runs;
                o.A = (byte*)(source + (row - bandRow) * c.Vertical.Step * band.Pitch);
                o.B = weights + firstTap * runs * o.BTap;
                int cols = row < c.Rows - 1 ? c.Cols : c.Cols - c.Missing;
                byte* outputs = (byte*)(target + (row - firstRow) * c.TargetRow);
                TileRow.Run<T>(cols, width, ref o, outputs, c.Epilogue, group * c.Outputs + first);
            }
        }
    }
}
