namespace CnnGen;

/// <summary>
/// A convolution of each channel for itself: steps × C → steps' × C · multiplier, with sizes as those of <see cref="Conv1DAttribute"/>.
/// Parameters: kernel size · C · multiplier, and C · multiplier biases.
/// Keras: <c>DepthwiseConv1D</c>, <c>keras/layers/convolutional/base_depthwise_conv.py</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DepthwiseConv1DAttribute : Kernel1DAttribute
{
    /// <summary>A convolution with a kernel of any size.</summary>
    /// <param name="kernelSize">Steps of the kernel.</param>
    public DepthwiseConv1DAttribute(int kernelSize) : base(kernelSize)
    {
    }

    /// <summary>Output channels for each input channel. Default 1.</summary>
    public int DepthMultiplier { get; set; } = 1;
}
