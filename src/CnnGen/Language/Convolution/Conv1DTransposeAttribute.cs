namespace CnnGen;

/// <summary>
/// The way back of a convolution, which enlarges: steps × C → steps' × filters. Each value is spread over a window of
/// (kernel − 1)·dilation + 1 pixels, and the windows lie a stride apart. The size is size · stride with <see cref="Pad.Same"/> and
/// size · stride + max(window − stride, 0) with <see cref="Pad.Valid"/>; with output padding it is (size − 1) · stride + window +
/// output padding, less 2 · ⌊window / 2⌋ with <see cref="Pad.Same"/>. Parameters: kernel size · C · filters, and filters biases.
/// Keras: <c>Conv1DTranspose</c>, <c>keras/layers/convolutional/conv1d_transpose.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class Conv1DTransposeAttribute : Kernel1DAttribute
{
    /// <summary>A transposed convolution with a kernel of any size.</summary>
    /// <param name="filters">Output channels.</param>
    /// <param name="kernelSize">Steps of the kernel.</param>
    public Conv1DTransposeAttribute(int filters, int kernelSize) : base(kernelSize)
    {
        Filters = filters;
    }

    /// <summary>Output channels.</summary>
    public int Filters { get; }

    /// <summary>
    /// What the result gets at its end beyond the windows, at least 0 and less than the stride. Default: none, where the size is chosen
    /// as above.
    /// </summary>
    public int OutputPadding { get; set; }
}
