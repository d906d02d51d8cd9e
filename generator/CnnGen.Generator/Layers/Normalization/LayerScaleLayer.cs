using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Normalization;

/// <summary>A learned factor for each channel.</summary>
internal sealed record LayerScaleLayer : Layer
{
    public override string ClassName => "LayerScale";

    private double InitialValue { get; init; }

    public override Layer Read(Arguments arguments) => this with { InitialValue = arguments.Real("initialValue", 1e-6, Range.Float) };

    public override bool KeepsShape => true;

    public override Shape? Output(Shape input, LayerSite site) => input;

    public override long Parameters(Shape input) => input.Channels;

    public override IReadOnlyList<ModuleCode> Modules(string field, Shape input) =>
    [
        new ModuleCode(
            Library.Tensors,
            $"new {Library.Tensors}({Literals.String(ClassName)})"
            + $".Weight(\"gamma\", {Torch.Root}.full({Literals.Longs(input.Channels)}, {Literals.Double(InitialValue)}))",
            $"{field}[\"gamma\"].device", []),
    ];

    public override void Forward(ForwardCode code)
    {
        Shape input = code.Node.Input;
        string gamma = $"{code.Field}[\"gamma\"]";
        string factors = input.IsVector ? gamma : $"{gamma}.reshape({AxisCode.Order(Enumerable.Repeat(1, input.Rank).Select((one, i) => i == 0 ? input.Channels : one))})";
        code.Next("scaled", $"{code.Value} * {factors}");
    }
}
