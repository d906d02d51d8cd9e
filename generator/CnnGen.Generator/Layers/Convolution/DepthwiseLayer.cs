using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers.Core;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Convolution;

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

    protected ConvolutionCode Depthwise(Shape input) => ConvolutionCode.Of(input, Multiplied(input), Windows) with { Groups = input.Channels };

    /// <summary>
    /// The start values of the depthwise kernels. Keras counts fans by the kernel's shape, height × width × channels × multiplier,
    /// as if every kernel saw all channels.
    /// </summary>
    protected string InitialiseDepthwise(string field, Shape input) => KernelStart.Initializer == Initializer.Orthogonal
        ? Orthogonal(field, input)
        : KernelCode.Kernel(field, KernelStart, checked(KernelPixels * input.Channels), checked(KernelPixels * DepthMultiplier), areTorchs: false);

    /// <summary>The depthwise kernels with an axis for the channels and one for the multiplier, as in Keras.</summary>
    protected KernelView DepthwiseKernel(string weight, Shape input) => new(
        $"{weight}.view({Literals.Longs([input.Channels, DepthMultiplier, .. Windows.Select(static window => (long)window.Size)])})", Input: 0, Output: 1);

    // As wide as all channels together, and as high as the multiplier.
    private string Orthogonal(string field, Shape input)
    {
        IEnumerable<long> sizes = Windows.Select(static window => (long)window.Size);
        string matrix = $"{Torch.Root}.zeros({Literals.Longs([DepthMultiplier, input.Channels, .. sizes])})";
        return $"{field}.weight.detach().copy_({KernelCode.Orthogonal(matrix, KernelStart.Number)}.transpose(0, 1)"
            + $".reshape({Literals.Longs([Multiplied(input), 1, .. sizes])}));";
    }
}
