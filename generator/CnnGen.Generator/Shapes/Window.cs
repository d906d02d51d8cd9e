using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;

namespace CnnGen.Generator.Shapes;

/// <summary>A kernel or pool along one axis. The formulas are Keras's: <c>utils/conv_utils.py</c>, <c>conv_output_length</c>.</summary>
internal readonly record struct Window(int Size, int Stride, int Dilation, Pad Pad)
{
    /// <summary>The pixels from the window's first to its last.</summary>
    public long Extent => ((Size - 1L) * Dilation) + 1;

    /// <returns>The number of places the window stops at; <see langword="null"/> if it does not fit at all.</returns>
    public int? Output(int length)
    {
        if (Pad != Pad.Valid)
        {
            return (int)((length + (long)Stride - 1) / Stride);
        }

        return length < Extent ? null : (int)((length - Extent) / Stride) + 1;
    }

    /// <summary>The zeros added in front and behind: with 'same' the odd one goes behind, with 'causal' all go in front.</summary>
    public Edges Padding(int length)
    {
        if (Pad == Pad.Valid)
        {
            return default;
        }

        if (Pad == Pad.Causal)
        {
            return new Edges(Extent - 1, 0);
        }

        long total = Math.Max(((Output(length)!.Value - 1L) * Stride) + Extent - length, 0);
        return new Edges(total / 2, total - (total / 2));
    }

    /// <summary>The zeros added along each axis.</summary>
    public static IReadOnlyList<Edges> Paddings(IEnumerable<Window> windows, Shape input) =>
        windows.Zip(input.Spatial, static (window, length) => window.Padding(length)).ToList();
}

/// <summary>What is added to both ends of an axis.</summary>
internal readonly record struct Edges(long Before, long After)
{
    public bool IsEven => Before == After;
}
