namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// A convolution as a list of taps over NHWC images, which is what the forward pass and the gradient of the input have
/// in common. Weights are packed so that the register tile reads them in order; pixels of an output row are its rows.
/// </summary>
internal unsafe struct TapConvolution
{
    /// <summary>Floats of a source band: with weights and outputs it stays within a second-level cache.</summary>
    private const long BandFloats = 96 * 1024;

    /// <summary>Multiply-adds of a band that is worth a thread of its own: two microseconds.</summary>
    private const long SmallestBand = 256 * 1024;

    public float* Source;
    public int N, H, W, C;

    /// <summary>Outputs an image, and how they lie in the target, in floats.</summary>
    public int Rows, Cols;
    public float* Target;
    public long TargetImage, TargetRow, TargetPixel;

    public TapAxis Vertical, Horizontal;

    /// <summary>Channels read and written by each group.</summary>
    public int Groups, Depth, Outputs;

    /// <summary>Weights as they come: distances, in floats, between outputs and between channels read; a kernel's places are adjacent.</summary>
    public float* Weights;
    public long WeightOutput, WeightDepth, WeightGroup;
    public int KernelW;

    /// <summary>Null for none.</summary>
    public float* Bias;

    // What Run prepares.
    private float* _packed;
    private float* _start;
    private int _bands;

    private readonly int BlockWidth => 2 * WidestLanes.Count;

    private readonly int Blocks => (Outputs + BlockWidth - 1) / BlockWidth;

    private readonly long BlockFloats => (long)Vertical.Count * Horizontal.Count * Depth * BlockWidth;

    /// <summary>With one group, neighbouring taps and channels form one long run, and the tile's loop seldom restarts.</summary>
    private readonly bool Merged => Groups == 1 && Horizontal.IsDense;

    public void Run()
    {
        using var scratch = Scratch.Open();
        _packed = scratch.Floats(Groups * Blocks * BlockFloats);
        _start = scratch.Zeros(Groups * Blocks * BlockWidth);
        if (Bias != null)
        {
            for (int g = 0; g < Groups; g++)
            {
                new ReadOnlySpan<float>(Bias + g * Outputs, Outputs).CopyTo(new Span<float>(_start + g * Blocks * BlockWidth, Outputs));
            }
        }

        long imageFloats = (long)Math.Max(1, (Rows - 1) * Vertical.Step + Vertical.Last - Vertical.First + 1) * W * C;
        long multiplyAdds = (long)Rows * Cols * Vertical.Count * Horizontal.Count * Depth * Outputs * Groups;
        long enough = Math.Min((2L * WorkTeam.Threads + N - 1) / N, multiplyAdds / SmallestBand);
        _bands = (int)Math.Clamp(Math.Max((imageFloats + BandFloats - 1) / BandFloats, N >= WorkTeam.Threads ? 1 : enough), 1, Rows);
        WidestLanes.Run(Groups * Blocks, new PackWork(this));
        WidestLanes.Run(N * _bands, new ComputeWork(this));
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
            (int image, int bandIndex) = Math.DivRem(part, c._bands);
            (long firstRow, long endRow) = WorkTeam.Slice(c.Rows, c._bands, bandIndex);
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
            for (int block = 0; block < c.Groups * c.Blocks; block++)
            {
                Block<T>(block, (int)firstRow, (int)endRow, band, target, taps, runs, ref o);
            }
        }

        private ImageBand Band(int image, int firstRow, int endRow, in Scratch scratch)
        {
            int top = firstRow * c.Vertical.Step + c.Vertical.First;
            int bottom = (endRow - 1) * c.Vertical.Step + c.Vertical.Last + 1;
            int right = (c.Cols - 1) * c.Horizontal.Step + c.Horizontal.Last + 1;
            return ImageBand.Take(c.Source + (long)image * c.H * c.W * c.C, c.H, c.W, c.C, top, bottom, c.Horizontal.First, right, scratch);
        }

        private void Block<T>(int index, int firstRow, int endRow, in ImageBand band, float* target, nint* taps, int runs, ref TileOperands o)
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
                o.A = (byte*)(source + (row - firstRow) * c.Vertical.Step * band.Pitch);
                o.B = weights + firstTap * runs * o.BTap;
                TileRow.Run<T>(c.Cols, width, ref o, (byte*)(target + (row - firstRow) * c.TargetRow));
            }
        }
    }
}
