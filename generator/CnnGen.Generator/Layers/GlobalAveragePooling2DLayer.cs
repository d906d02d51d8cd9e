using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>The mean of each channel: H × W × C → C, or 1 × 1 × C.</summary>
internal sealed record GlobalAveragePooling2DLayer : Layer
{
    public override string ClassName => "GlobalAveragePooling2D";

    private bool KeepDims { get; init; }

    public override Layer Read(Arguments arguments) => this with { KeepDims = arguments.Flag("KeepDims", false) };

    public override Shape? Output(Shape input, LayerSite site) => MapRules.NeedsMap(input, site)
        ? KeepDims ? input.WithSpatial([1, 1]) : input.Vector(input.Channels)
        : null;

    public override ReceptiveField Field(ReceptiveField field, Shape input) => field.Whole();

    public override void Forward(ForwardCode code) =>
        code.Next("mean", $"{code.Value}.mean({Literals.Longs(2, 3)}, {Literals.Boolean(KeepDims)})");
}
