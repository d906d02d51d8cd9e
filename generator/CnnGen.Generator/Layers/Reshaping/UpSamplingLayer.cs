using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Reshaping;

/// <summary>More pixels along each axis: repeated, or filled in between.</summary>
internal abstract record UpSamplingLayer : Layer
{
    protected abstract MapAxes Axes { get; }

    private EquatableArray<int> Sizes { get; init; }

    private Interpolation Interpolation { get; init; }

    public override Layer Read(Arguments arguments) => this with
    {
        Sizes = arguments.Sizes("size", "size", Axes.Names, 2).ToEquatableArray(),
        Interpolation = arguments.Choice("Interpolation", Interpolation.Nearest),
    };

    public override Shape? Output(Shape input, LayerSite site) => MapRules.NeedsMap(input, Axes, ClassName, site)
        ? input.WithSpatial(Sizes.Zip(input.Spatial, static (size, length) => checked(size * length)))
        : null;

    // Pixels between two others depend on both.
    public override ReceptiveField Field(ReceptiveField field, Shape input) => field.Spread(Sizes
        .Select(size => new Window(Interpolation == Interpolation.Nearest ? size : checked(2 * size), size, 1, Pad.Same))
        .ToList());

    public override void Describe(LayerSettings settings, Shape input)
    {
        settings.Add("size", Sizes);
        settings.Add("interpolation", Interpolation.ToString(), nameof(Language.Interpolation.Nearest));
    }

    public override void Forward(ForwardCode code)
    {
        string factors = Literals.Array("double", Sizes.Select(static size => Literals.Double(size)));
        string mode = Interpolation == Interpolation.Nearest ? "Nearest" : "Bilinear, false";
        code.Next("larger", $"{Torch.Functional}.interpolate({code.Value}, null, {factors}, {Torch.Root}.InterpolationMode.{mode})");
    }
}

/// <summary>More pixels: steps × C → steps' × C.</summary>
internal sealed record UpSampling1DLayer : UpSamplingLayer
{
    public override string ClassName => "UpSampling1D";

    protected override MapAxes Axes => MapAxes.Steps;
}

/// <summary>More pixels: H × W × C → H' × W' × C.</summary>
internal sealed record UpSampling2DLayer : UpSamplingLayer
{
    public override string ClassName => "UpSampling2D";

    protected override MapAxes Axes => MapAxes.Image;
}

/// <summary>More pixels: D × H × W × C → D' × H' × W' × C.</summary>
internal sealed record UpSampling3DLayer : UpSamplingLayer
{
    public override string ClassName => "UpSampling3D";

    protected override MapAxes Axes => MapAxes.Volume;
}
