using System.Collections.Generic;
using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>Each channel brought to mean 0 and variance 1, then scaled and shifted.</summary>
internal sealed record BatchNormalizationLayer : Layer
{
    public override string ClassName => "BatchNormalization";

    private double Momentum { get; init; }

    private double Epsilon { get; init; }

    private bool Center { get; init; }

    private bool Scale { get; init; }

    public override Layer Read(Arguments arguments) => new BatchNormalizationLayer
    {
        Momentum = arguments.Real("Momentum", 0.99, static value => value is >= 0 and <= 1, "between 0 and 1"),
        Epsilon = arguments.Real("Epsilon", 1e-3, static value => value > 0, "larger than 0"),
        Center = arguments.Flag("Center", true),
        Scale = arguments.Flag("Scale", true),
    };

    public override bool KeepsShape => true;

    public override bool NeedsSeveralValues => true;

    public override Shape? Output(Shape input, LayerSite site) => input;

    // Scale, shift, moving mean, moving variance.
    public override long Parameters(Shape input) => input.Channels * (2L + (Center ? 1 : 0) + (Scale ? 1 : 0));

    public override long FrozenParameters(Shape input) => input.Channels * 2L;

    public override IReadOnlyList<ModuleCode> Modules(string field, Shape input)
    {
        string type = input.Rank == 3 ? "BatchNorm2d" : "BatchNorm1d";
        string affine = Center || Scale ? "" : ", false";
        return
        [
            new ModuleCode(
            $"{Torch.Modules}.{type}", $"{Torch.Nn}.{type}({Literals.Long(input.Channels)}, {Literals.Double(Epsilon)}, {Literals.Double(NewShare)}{affine})",
            $"{field}.running_mean!.device", Freeze(field),
            $"Keras's momentum {Literals.Double(Momentum)} is the share of the old average, PyTorch's the share of the new value."),
        ];
    }

    public override void Forward(ForwardCode code) => code.Next("normalized", $"{code.Field}.call({code.Value})");

    // In decimal, because 1 - 0.99 in binary is 0.010000000000000009.
    private double NewShare => (double)(1m - (decimal)Momentum);

    // PyTorch has both or none; the one that Keras leaves out stays at its neutral start value.
    private IReadOnlyList<string> Freeze(string field) => (Center, Scale) switch
    {
        (false, true) => new[] { $"{field}.bias!.requires_grad = false;" },
        (true, false) => new[] { $"{field}.weight!.requires_grad = false;" },
        _ => new string[0],
    };
}
