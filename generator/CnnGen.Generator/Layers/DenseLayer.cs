using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>A fully connected layer over the last axis; the other axes stay.</summary>
internal sealed record DenseLayer : Layer
{
    public override string ClassName => "Dense";

    private int Units { get; init; }

    private Activation Activation { get; init; }

    private bool UseBias { get; init; }

    private Initializer KernelInitializer { get; init; }

    private int? InputFeatures { get; init; }

    public override Layer Read(Arguments arguments) => new DenseLayer
    {
        Units = arguments.Positive("units", 1),
        Activation = arguments.Choice("Activation", Activation.Linear),
        UseBias = arguments.Flag("UseBias", true),
        KernelInitializer = arguments.Choice("KernelInitializer", Initializer.GlorotUniform),
        InputFeatures = arguments.Integer("InputFeatures"),
    };

    public override Shape? Output(Shape input, LayerSite site)
    {
        if (InputFeatures is { } claimed && claimed != input.Channels)
        {
            // The claim is wrong, but what comes in is known: the layers below can still be checked.
            site.Report(RuleIds.WrongInputFeatures, "InputFeatures", site.Name, Words.Text(claimed), Words.Text(input.Channels),
                site.Origin(input), site.Trace);
        }

        return input.IsMap ? Shape.Map(input.Height, input.Width, Units) : Shape.Vector(Units);
    }

    public override long Parameters(Shape input) => checked((input.Channels + (UseBias ? 1L : 0L)) * Units);

    public override long MultiplyAdds(Shape input, Shape output) => checked(input.Channels * output.Count);

    public override ReceptiveField Field(ReceptiveField field, Shape input) => input.IsMap ? field : field.Whole();

    public override Activation OutputActivation => Activation;

    public override string ActivationArgument => "Activation";

    public override string UnitsArgument => "units";

    public override Layer WithoutActivation => this with { Activation = Activation.Linear };

    public override ModuleCode Module(string field, Shape input)
    {
        string bias = UseBias ? "" : ", false";
        return new ModuleCode("Linear", $"{Torch.Nn}.Linear({Literals.Long(input.Channels)}, {Literals.Long(Units)}{bias})", $"{field}.weight!.device",
            KernelCode.Initialise(field, KernelInitializer, input.Channels, Units, UseBias));
    }

    public override void Forward(ForwardCode code)
    {
        if (!code.Node.Input.IsMap)
        {
            code.Next("linear", $"{code.Field}.call({code.Value})");
            ActivationCode.After(code, Activation);
            return;
        }

        code.Remark = "over the channels of each pixel";
        code.Next("pixels", $"{code.Value}.permute(0L, 2L, 3L, 1L)");
        code.Next("linear", $"{code.Field}.call({code.Value})");
        code.Next("map", $"{code.Value}.permute(0L, 3L, 1L, 2L)");
        if (Activation != Activation.Linear)
        {
            code.Next("", ActivationCode.Apply(Activation, code.Value));
        }
    }
}
