using System.Collections.Generic;
using CnnGen.Generator.Layers.Activations;
using CnnGen.Generator.Layers.Core;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Convolution;

/// <summary>A depthwise convolution, and a pointwise one that mixes its channels: spatial axes × C → spatial axes' × filters.</summary>
internal abstract record SeparableConvolutionLayer : DepthwiseLayer
{
    private const string DepthwisePart = "depthwise";
    private const string PointwisePart = "pointwise";

    private int Filters { get; init; }

    public override string UnitsArgument => "filters";

    public override Layer Read(Arguments arguments) => (SeparableConvolutionLayer)ReadDepthwise(arguments) with
    {
        Filters = arguments.Positive("filters", 1),
    };

    public override Shape? Output(Shape input, LayerSite site) => MapRules.NeedsMap(input, Axes, ClassName, site)
        ? MapRules.Slide(input, Windows, Axes, Filters, MapRules.Kernel, site)
        : null;

    public override long Parameters(Shape input) =>
        checked(DepthwiseWeights(input) + (((long)Multiplied(input) + (UseBias ? 1 : 0)) * Filters));

    public override long MultiplyAdds(Shape input, Shape output)
    {
        long pixels = output.Count / output.Channels;
        return checked((pixels * DepthwiseWeights(input)) + (output.Count * Multiplied(input)));
    }

    public override IReadOnlyList<ModuleCode> Modules(string field, Shape input)
    {
        string depthwise = Field(field, DepthwisePart);
        string pointwise = Field(field, PointwisePart);
        var mixing = new ConvolutionCode($"Conv{Axes.Count}d", Multiplied(input), Filters, [.. Points()]) { UseBias = UseBias };
        return
        [
            (Depthwise(input) with { UseBias = false }).Module(depthwise, [InitialiseDepthwise(depthwise, input)]) with { Part = DepthwisePart },
            mixing.Module(pointwise, Initialise(pointwise, Multiplied(input), Filters, Filters)) with { Part = PointwisePart },
        ];
    }

    public override void Forward(ForwardCode code)
    {
        Pad(code);
        code.Next("depthwise", $"{Field(code.Field, DepthwisePart)}.call({code.Value})");
        code.Next("linear", $"{Field(code.Field, PointwisePart)}.call({code.Value})");
        ActivationCode.After(code, Activation);
    }

    protected override IReadOnlyList<string> KernelParts => [DepthwisePart, PointwisePart];

    protected override IEnumerable<KernelView> Kernel(WeightNames weights, Shape input) =>
        [DepthwiseKernel(weights.Of("weight", DepthwisePart), input), KernelView.Of(weights.Of("weight", PointwisePart))];

    private static string Field(string field, string part) => $"{field}_{part}";

    private IEnumerable<Window> Points()
    {
        for (int axis = 0; axis < Axes.Count; axis++)
        {
            yield return new Window(1, 1, 1, Language.Pad.Valid);
        }
    }
}

/// <summary>A depthwise and a pointwise convolution: steps × C → steps' × filters.</summary>
internal sealed record SeparableConv1DLayer : SeparableConvolutionLayer
{
    public override string ClassName => "SeparableConv1D";

    protected override MapAxes Axes => MapAxes.Steps;

    protected override bool HasCausalPadding => true;
}

/// <summary>A depthwise and a pointwise convolution: H × W × C → H' × W' × filters.</summary>
internal sealed record SeparableConv2DLayer : SeparableConvolutionLayer
{
    public override string ClassName => "SeparableConv2D";

    protected override MapAxes Axes => MapAxes.Image;
}
