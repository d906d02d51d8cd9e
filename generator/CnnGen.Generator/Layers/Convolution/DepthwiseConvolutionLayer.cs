using System.Collections.Generic;
using CnnGen.Generator.Layers.Activations;
using CnnGen.Generator.Layers.Core;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Convolution;

/// <summary>A convolution of each channel for itself: spatial axes × C → spatial axes' × C · multiplier.</summary>
internal abstract record DepthwiseConvolutionLayer : DepthwiseLayer
{
    public override Layer Read(Arguments arguments) => ReadDepthwise(arguments);

    public override Shape? Output(Shape input, LayerSite site) => MapRules.NeedsMap(input, Axes, ClassName, site)
        ? MapRules.Slide(input, Windows, Axes, Multiplied(input), MapRules.Kernel, site)
        : null;

    public override long Parameters(Shape input) => checked(DepthwiseWeights(input) + (UseBias ? Multiplied(input) : 0));

    public override long MultiplyAdds(Shape input, Shape output) => checked(output.Count * KernelPixels);

    public override IReadOnlyList<ModuleCode> Modules(string field, Shape input) =>
    [
        (Depthwise(input) with { UseBias = UseBias }).Module(field, UseBias
            ? [InitialiseDepthwise(field, input), KernelCode.Bias(field, BiasStart, Multiplied(input))]
            : [InitialiseDepthwise(field, input)]),
    ];

    protected override IEnumerable<KernelView> Kernel(WeightNames weights, Shape input) => [DepthwiseKernel(weights.Of("weight"), input)];

    public override void Forward(ForwardCode code)
    {
        Pad(code);
        code.Next("linear", $"{code.Field}.call({code.Value})");
        ActivationCode.After(code, Activation);
    }
}

/// <summary>A convolution of each channel for itself: steps × C → steps' × C · multiplier.</summary>
internal sealed record DepthwiseConv1DLayer : DepthwiseConvolutionLayer
{
    public override string ClassName => "DepthwiseConv1D";

    protected override MapAxes Axes => MapAxes.Steps;
}

/// <summary>A convolution of each channel for itself: H × W × C → H' × W' × C · multiplier.</summary>
internal sealed record DepthwiseConv2DLayer : DepthwiseConvolutionLayer
{
    public override string ClassName => "DepthwiseConv2D";

    protected override MapAxes Axes => MapAxes.Image;
}
