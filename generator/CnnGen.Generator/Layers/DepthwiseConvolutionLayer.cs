using System.Collections.Generic;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

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
        Module(
            Depthwise(input) with { UseBias = UseBias }, field,
            UseBias
                ? [InitialiseDepthwise(field, input), KernelCode.Bias(field, BiasInitializer)]
                : [InitialiseDepthwise(field, input)]),
    ];

    public override void Forward(ForwardCode code)
    {
        Pad(code);
        code.Next("linear", $"{code.Field}.call({code.Value})");
        ActivationCode.After(code, Activation);
    }
}
