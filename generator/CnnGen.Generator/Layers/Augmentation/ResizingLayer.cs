using CnnGen.Generator.Language;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Augmentation;

/// <summary>Images of another size, with their whole content or with what has the new proportions.</summary>
internal sealed record ResizingLayer : ImageSizeLayer
{
    public override string ClassName => "Resizing";

    private Interpolation Interpolation { get; init; }

    private bool CropToAspectRatio { get; init; }

    public override Layer Read(Arguments arguments) => (ResizingLayer)ReadSize(arguments) with
    {
        Interpolation = arguments.Choice("Interpolation", Interpolation.Bilinear),
        CropToAspectRatio = arguments.Flag("CropToAspectRatio", false),
    };

    public override ReceptiveField Field(ReceptiveField field, Shape input) => FieldOf(field, Part(input), Interpolation);

    public override void Describe(LayerSettings settings, Shape input)
    {
        settings.Add("interpolation", Interpolation.ToString(), nameof(Language.Interpolation.Bilinear));
        settings.AddUnless(0, "cropToAspectRatio", CropToAspectRatio ? 1 : 0);
    }

    public override void Forward(ForwardCode code)
    {
        var part = Part(code.Node.Input);
        Crop(code, part.Height, part.Width);
        Resize(code, part, Interpolation);
    }

    private (int Height, int Width) Part(Shape input) => CropToAspectRatio ? Proportioned(input) : (input.Spatial[0], input.Spatial[1]);
}
