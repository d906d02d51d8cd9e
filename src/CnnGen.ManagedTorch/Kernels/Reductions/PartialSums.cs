using System.Numerics.Tensors;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Sums that several parts have made of their own shares, one behind the other.</summary>
internal static unsafe class PartialSums
{
    private const int SmallestSlice = 4096;

    /// <summary>Adds the sums of all parts to the first part's, in order, so that the bits do not depend on who was first.</summary>
    public static void AddUp(float* sums, int parts, long floats)
    {
        int slices = WorkTeam.PartsFor(floats, SmallestSlice);
        WorkTeam.Run(slices, new SliceWork(sums, parts, floats, slices));
    }

    private readonly struct SliceWork(float* sums, int parts, long floats, int slices) : IWork
    {
        public void Run(int slice)
        {
            (long start, long end) = WorkTeam.Slice(floats, slices, slice, grain: 16);
            var total = new Span<float>(sums + start, (int)(end - start));
            for (int part = 1; part < parts; part++)
            {
                TensorPrimitives.Add(total, new ReadOnlySpan<float>(sums + part * floats + start, total.Length), total);
            }
        }
    }
}
