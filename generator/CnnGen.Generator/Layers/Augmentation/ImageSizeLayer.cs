using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Augmentation;

/// <summary>Images brought to a size: H × W × C → height × width × C.</summary>
internal abstract record ImageSizeLayer : Layer
{
    private const int Down = 2;
    private const int Across = 3;

    protected int Height { get; private init; }

    protected int Width { get; private init; }

    public override Shape? Output(Shape input, LayerSite site) =>
        MapRules.NeedsMap(input, MapAxes.Image, ClassName, site) ? input.WithSpatial([Height, Width]) : null;

    protected ImageSizeLayer ReadSize(Arguments arguments) => this with
    {
        Height = arguments.Positive("height", 1),
        Width = arguments.Positive("width", 1),
    };

    /// <summary>The largest part in the middle that has the proportions of the new size.</summary>
    protected (int Height, int Width) Proportioned(Shape input)
    {
        int height = input.Spatial[0];
        int width = input.Spatial[1];
        return (Part(height, width, Height, Width), Part(width, height, Width, Height));

        // As Keras rounds.
        static int Part(int size, int other, int wanted, int wantedOther) =>
            System.Math.Max(1, (int)System.Math.Min(size, (double)((long)other * wanted) / wantedOther));
    }

    /// <summary>What the new pixels depend on.</summary>
    protected ReceptiveField FieldOf(ReceptiveField field, (int Height, int Width) part, Interpolation interpolation) => field.Resampled(
        [(decimal)part.Height / Height, (decimal)part.Width / Width], interpolation == Interpolation.Nearest ? 0 : 1);

    protected static void Crop(ForwardCode code, int height, int width)
    {
        Shape input = code.Node.Input;
        string cut = Cut(Down, input.Spatial[0], height) + Cut(Across, input.Spatial[1], width);
        if (cut.Length > 0)
        {
            code.Next("cropped", code.Value + cut);
        }

        static string Cut(int axis, int size, int part) =>
            size == part ? "" : $".narrow({Literals.Long(axis)}, {Literals.Long((size - part) / 2)}, {Literals.Long(part)})";
    }

    protected void Resize(ForwardCode code, (int Height, int Width) from, Interpolation interpolation)
    {
        if (from == (Height, Width))
        {
            code.Next("", $"{code.Value}.alias()");
        }
        else if (interpolation == Interpolation.Bilinear)
        {
            code.Next("", $"{Torch.Functional}.interpolate({code.Value}, {Literals.Longs(Height, Width)}, null, {Torch.Root}.InterpolationMode.Bilinear, false)");
        }
        else
        {
            // PyTorch takes the pixel at the corner of the new one, Keras that in the middle.
            code.Next("", code.Value + Nearest(code.Value, Down, from.Height, Height) + Nearest(code.Value, Across, from.Width, Width));
        }
    }

    private static string Nearest(string images, int axis, int from, int to) => from == to ? ""
        : $".index_select({Literals.Long(axis)}, {Torch.Root}.tensor({Literals.Longs(Middles(from, to).ToArray())}, {Torch.Root}.int64, {images}.device))";

    private static IEnumerable<long> Middles(int from, int to)
    {
        for (long i = 0; i < to; i++)
        {
            yield return ((2 * i) + 1) * from / (2L * to);
        }
    }
}
