using System;
using CnnGen.Generator.Language;

namespace CnnGen.Generator.Shapes;

/// <summary>
/// A transposed kernel along one axis. Keras's is the gradient of the convolution of the same padding: each value is spread over a
/// window, the windows lie a stride apart, and 'same' cuts off what the convolution would have padded. The formulas are Keras's:
/// <c>utils/conv_utils.py</c>, <c>deconv_output_length</c>.
/// </summary>
/// <param name="Window">The kernel.</param>
/// <param name="OutputPadding">What the author adds at the end; <see langword="null"/> for Keras's own choice.</param>
internal readonly record struct TransposedWindow(Window Window, int? OutputPadding)
{
    /// <summary>The size of the result; less than 1 where nothing is left.</summary>
    public long Output(int length)
    {
        if (OutputPadding is { } padding)
        {
            return Spread(length) + padding - (Window.Pad == Pad.Same ? 2 * (Window.Extent / 2) : 0);
        }

        return Window.Pad == Pad.Same
            ? (long)length * Window.Stride
            : ((long)length * Window.Stride) + Math.Max(Window.Extent - Window.Stride, 0);
    }

    /// <summary>What is cut off both ends; the odd pixel at the end.</summary>
    public Edges Cut(int length)
    {
        long total = Math.Max(Spread(length) - Output(length), 0);
        return new Edges(total / 2, total - (total / 2));
    }

    /// <summary>Pixels at the end that no window reaches.</summary>
    public long Beyond(int length) => Math.Max(Output(length) - Spread(length), 0);

    // From the first pixel of the first window to the last of the last.
    private long Spread(int length) => ((length - 1L) * Window.Stride) + Window.Extent;
}
