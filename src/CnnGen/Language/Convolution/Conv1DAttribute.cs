namespace CnnGen;

/// <summary>
/// A convolution over steps: steps × C → steps' × filters. A window covers (kernel − 1)·dilation + 1 steps; the size is
/// ⌊(size − window) / stride⌋ + 1 with <see cref="Pad.Valid"/> and ⌈size / stride⌉ with <see cref="Pad.Same"/> and with
/// <see cref="Pad.Causal"/>. Parameters: kernel size · C / groups · filters, and filters biases.
/// Keras: <c>Conv1D</c>, <c>keras/layers/convolutional/base_conv.py</c>, <c>keras/utils/conv_utils.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class Conv1DAttribute : Kernel1DAttribute
{
    /// <summary>A convolution with a kernel of any size.</summary>
    /// <param name="filters">Output channels.</param>
    /// <param name="kernelSize">Steps of the kernel.</param>
    public Conv1DAttribute(int filters, int kernelSize) : base(kernelSize)
    {
        Filters = filters;
    }

    /// <summary>Output channels.</summary>
    public int Filters { get; }

    /// <summary>
    /// Into how many groups the channels are split that do not see each other; divides input channels and filters. Default 1.
    /// </summary>
    public int Groups { get; set; } = 1;
}
