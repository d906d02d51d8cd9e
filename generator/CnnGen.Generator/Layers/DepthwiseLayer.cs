using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>What depthwise and separable convolutions share: kernels that see one channel each, several of them a channel.</summary>
internal abstract record DepthwiseLayer : KernelWindowLayer
{
    protected int DepthMultiplier { get; private init; }

    protected DepthwiseLayer ReadDepthwise(Arguments arguments) => (DepthwiseLayer)ReadWindows(arguments) with
    {
        DepthMultiplier = arguments.Positive("DepthMultiplier", 1),
    };

    /// <summary>What the depthwise kernels give.</summary>
    protected int Multiplied(Shape input) => checked(input.Channels * DepthMultiplier);

    /// <summary>The weights of the depthwise kernels.</summary>
    protected long DepthwiseWeights(Shape input) => checked(KernelPixels * Multiplied(input));

    protected ConvolutionCode Depthwise(Shape input) => Convolution(input, Multiplied(input)) with { Groups = input.Channels };

    /// <summary>
    /// The start values of the depthwise kernels. Keras counts fans by the kernel's shape, height × width × channels × multiplier,
    /// as if every kernel saw all channels.
    /// </summary>
    protected string InitialiseDepthwise(string field, Shape input) => KernelCode.Kernel(
        field, KernelInitializer, checked(KernelPixels * input.Channels), checked(KernelPixels * DepthMultiplier), areTorchs: false);
}
