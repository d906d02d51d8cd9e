using CnnGen.Generator.Language;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Augmentation;

/// <summary>The middle of the images; of images that are too small, what has the new proportions, enlarged.</summary>
internal sealed record CenterCropLayer : ImageSizeLayer
{
    public override string ClassName => "CenterCrop";

    public override Layer Read(Arguments arguments) => ReadSize(arguments);

    public override ReceptiveField Field(ReceptiveField field, Shape input) =>
        IsLarge(input) ? field : FieldOf(field, Proportioned(input), Interpolation.Bilinear);

    public override void Forward(ForwardCode code)
    {
        Shape input = code.Node.Input;
        if (input == code.Node.Output)
        {
            code.Next("", $"{code.Value}.alias()");
        }
        else if (IsLarge(input))
        {
            Crop(code, Height, Width);
        }
        else
        {
            var part = Proportioned(input);
            code.Comment = "enlarged, because it is too small to be cropped";
            Crop(code, part.Height, part.Width);
            Resize(code, part, Interpolation.Bilinear);
        }
    }

    private bool IsLarge(Shape input) => input.Spatial[0] >= Height && input.Spatial[1] >= Width;
}
