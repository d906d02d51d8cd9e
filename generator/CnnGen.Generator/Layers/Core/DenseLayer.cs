using System.Collections.Generic;
using CnnGen.Generator.Layers.Activations;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Core;

/// <summary>A fully connected layer over the last axis; the other axes stay.</summary>
internal sealed record DenseLayer : KernelLayer
{
    public override string ClassName => "Dense";

    private int Units { get; init; }

    private int? InputFeatures { get; init; }

    /// <summary>Height, width and channels of the map whose values come in channel by channel; empty for anything else.</summary>
    public EquatableArray<int> Flattened { get; init; } = EquatableArray<int>.Empty;

    protected override int KernelAxes => 2;

    public override Layer Read(Arguments arguments) => (DenseLayer)ReadKernel(arguments) with
    {
        Units = arguments.Positive("units", 1),
        InputFeatures = arguments.Integer("InputFeatures"),
    };

    public override Shape? Output(Shape input, LayerSite site)
    {
        if (InputFeatures is { } claimed && claimed != input.Last)
        {
            // The claim is wrong, but what comes in is known: the layers below can still be checked.
            const string claim = "InputFeatures";
            Fix[] fixes =
            [
                new Fix($"Write InputFeatures = {Words.Text(input.Last)}", Edit.Set(site.Attribute, claim, Words.Text(input.Last))),
                new Fix("Leave InputFeatures out", Edit.Unset(site.Attribute, claim)),
            ];
            site.Report(RuleIds.WrongInputFeatures, claim, fixes, site.Name, Words.Text(claimed), Words.Text(input.Last),
                site.Origin(input), site.Trace);
        }

        return input.With(input.Rank - 1, Units);
    }

    public override long Parameters(Shape input) => checked((input.Last + (UseBias ? 1L : 0L)) * Units);

    public override long MultiplyAdds(Shape input, Shape output) => checked(input.Last * output.Count);

    public override ReceptiveField Field(ReceptiveField field, Shape input) => input.IsVector ? field.Whole() : field;

    public override bool IsFullyWeighted => true;

    public override string UnitsArgument => "units";

    public override IReadOnlyList<ModuleCode> Modules(string field, Shape input)
    {
        string bias = UseBias ? "" : ", hasBias: false";
        return
        [
            new ModuleCode(
                $"{Torch.Modules}.Linear", $"{Torch.Nn}.Linear({Literals.Long(input.Last)}, {Literals.Long(Units)}{bias})",
                $"{field}.weight.device", Initialise(field, input.Last, Units, Units)),
        ];
    }

    public override void Describe(LayerSettings settings, Shape input)
    {
        if (Flattened.Count > 0)
        {
            settings.Add("flattened", Flattened);
        }

        base.Describe(settings, input);
    }

    public override void Forward(ForwardCode code)
    {
        Shape input = code.Node.Input;
        if (AxisCode.IsAsWritten(input))
        {
            code.Next("linear", $"{code.Field}.call({code.Value})");
            ActivationCode.After(code, Activation);
            return;
        }

        // A linear module works on the last axis, and PyTorch's images have their channels first.
        code.Comment = "over the channels of each place";
        code.Next("places", $"{code.Value}.permute({AxisCode.ToWritten(input)})");
        code.Next("linear", $"{code.Field}.call({code.Value})");
        code.Next("map", $"{code.Value}.permute({AxisCode.ToTensor(input)})");
        ActivationCode.Separate(code, Activation);
    }
}
