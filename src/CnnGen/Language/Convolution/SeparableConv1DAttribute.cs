namespace CnnGen;

/// <summary>
/// A convolution of each channel for itself, then one of single steps that mixes the channels: steps × C → steps' × filters, with sizes as
/// those of <see cref="Conv1DAttribute"/>. Start values and penalties are those of both kernels. Parameters: kernel size · C · multiplier +
/// C · multiplier · filters, and filters biases.
/// Keras: <c>SeparableConv1D</c>, <c>keras/layers/convolutional/base_separable_conv.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SeparableConv1DAttribute : Kernel1DAttribute
{
    /// <summary>A convolution with a kernel of any size.</summary>
    /// <param name="filters">Output channels.</param>
    /// <param name="kernelSize">Steps of the kernel.</param>
    public SeparableConv1DAttribute(int filters, int kernelSize) : base(kernelSize)
    {
        Filters = filters;
    }

    /// <summary>Output channels.</summary>
    public int Filters { get; }

    /// <summary>Channels between the two convolutions for each input channel. Default 1.</summary>
    public int DepthMultiplier { get; set; } = 1;
}
