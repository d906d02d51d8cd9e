using System.Runtime.InteropServices;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>An axis of dense memory, and how many zeros are put before and after it; as many are taken away where that is negative.</summary>
internal readonly record struct PaddedAxis(long Size, long Before, long After)
{
    public long Padded => Before + Size + After;
}

/// <summary>Dense memory with zeros around it, or without its border, in one pass.</summary>
internal static unsafe class ZeroPadding
{
    /// <summary>Bytes that are worth a thread of their own.</summary>
    private const int SmallestPart = 64 * 1024;

    /// <param name="axes">From the slowest to the fastest in memory.</param>
    /// <param name="elementBytes">Bytes of an element.</param>
    public static void Run(ReadOnlySpan<PaddedAxis> axes, int elementBytes, byte* source, byte* target)
    {
        using var scratch = Scratch.Open();
        PaddedAxis* kept = scratch.Take<PaddedAxis>(axes.Length + 1);
        long* sourceBytes = scratch.Take<long>(axes.Length + 1), targetBytes = scratch.Take<long>(axes.Length + 1);
        int count = Merge(axes, kept);
        (long from, long to) = (elementBytes, elementBytes);
        for (int i = count - 1; i >= 0; i--)
        {
            (sourceBytes[i], targetBytes[i]) = (from, to);
            (from, to) = (from * kept[i].Size, to * kept[i].Padded);
        }

        int parts = (int)Math.Min(kept[0].Padded, WorkTeam.PartsFor(to, SmallestPart));
        WorkTeam.Run(parts, new Work(kept, count, sourceBytes, targetBytes, parts, source, target));
    }

    /// <summary>Neighbouring axes that stay as they are become one.</summary>
    private static int Merge(ReadOnlySpan<PaddedAxis> axes, PaddedAxis* kept)
    {
        int last = 0;
        kept[0] = new PaddedAxis(1, 0, 0);
        foreach (PaddedAxis axis in axes)
        {
            if (kept[last] == new PaddedAxis(1, 0, 0))
            {
                kept[last] = axis;
            }
            else if (IsWhole(axis) && IsWhole(kept[last]))
            {
                kept[last] = new PaddedAxis(kept[last].Size * axis.Size, 0, 0);
            }
            else
            {
                kept[++last] = axis;
            }
        }

        return last + 1;
    }

    private static bool IsWhole(PaddedAxis axis) => axis is { Before: 0, After: 0 };

    /// <summary>A slice of the slowest axis.</summary>
    private readonly struct Work(PaddedAxis* axes, int count, long* sourceBytes, long* targetBytes, int parts, byte* source, byte* target) : IWork
    {
        public void Run(int part)
        {
            (long start, long end) = WorkTeam.Slice(axes[0].Padded, parts, part);
            Copy(0, start, end, source, target);
        }

        /// <summary>Places start..end of an axis, whose first is at <paramref name="to"/>.</summary>
        private void Copy(int axis, long start, long end, byte* from, byte* to)
        {
            (long first, long last) = (Math.Clamp(axes[axis].Before, start, end), Math.Clamp(axes[axis].Before + axes[axis].Size, start, end));
            long unit = targetBytes[axis];
            Clear(to + start * unit, (first - start) * unit);
            byte* inner = from + (first - axes[axis].Before) * sourceBytes[axis];
            if (IsWholeBelow(axis))
            {
                Buffer.MemoryCopy(inner, to + first * unit, (last - first) * unit, (last - first) * unit);
            }
            else
            {
                for (long place = first; place < last; place++, inner += sourceBytes[axis])
                {
                    Copy(axis + 1, 0, axes[axis + 1].Padded, inner, to + place * unit);
                }
            }

            Clear(to + last * unit, (end - last) * unit);
        }

        /// <summary>Whether an axis's places are copied as they are. Whole axes have been made one, so there is at most one below.</summary>
        private bool IsWholeBelow(int axis) => axis == count - 1 || (axis == count - 2 && IsWhole(axes[count - 1]));

        private static void Clear(byte* start, long bytes) => NativeMemory.Clear(start, (nuint)bytes);
    }
}
