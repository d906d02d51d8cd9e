using System;

namespace CnnGen.Generator.Graph;

/// <summary>A kernel or pool along one axis. The formulas are Keras's: <c>utils/conv_utils.py</c>, <c>conv_output_length</c>.</summary>
internal readonly record struct Window(int Size, int Stride, int Dilation, bool IsSame)
{
    /// <summary>The pixels from the window's first to its last.</summary>
    public long Extent => ((Size - 1L) * Dilation) + 1;

    /// <returns>The number of places the window stops at; <see langword="null"/> if it does not fit at all.</returns>
    public int? Output(int length)
    {
        if (IsSame)
        {
            return (int)((length + (long)Stride - 1) / Stride);
        }

        return length < Extent ? null : (int)((length - Extent) / Stride) + 1;
    }

    /// <summary>The zeros that 'same' adds in front and behind; the odd one goes behind.</summary>
    public Edges Padding(int length)
    {
        if (!IsSame)
        {
            return default;
        }

        long total = Math.Max(((Output(length)!.Value - 1L) * Stride) + Extent - length, 0);
        return new Edges(total / 2, total - (total / 2));
    }
}

/// <summary>What is added to both ends of an axis.</summary>
internal readonly record struct Edges(long Before, long After)
{
    public bool IsEven => Before == After;

    public bool IsNone => Before == 0 && After == 0;
}
