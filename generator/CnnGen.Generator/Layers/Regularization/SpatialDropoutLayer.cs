using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Regularization;

/// <summary>In training, sets whole channels to zero and scales up the others.</summary>
internal abstract record SpatialDropoutLayer : NoiseLayer
{
    protected abstract MapAxes Axes { get; }

    // In inference it does nothing.
    public override bool IsLinear => true;

    public override Layer Read(Arguments arguments) => ReadShare(arguments, "rate");

    public override Shape? Output(Shape input, LayerSite site) => MapRules.NeedsMap(input, Axes, ClassName, site) ? input : null;

    public override void Forward(ForwardCode code) => code.Next(
        "dropped", $"{Torch.Functional}.dropout{Words.Text(Axes.Count)}d({code.Value}, {Literals.Double(Amount)}, training)");
}

/// <summary>Dropout of the channels of sequences.</summary>
internal sealed record SpatialDropout1DLayer : SpatialDropoutLayer
{
    public override string ClassName => "SpatialDropout1D";

    protected override MapAxes Axes => MapAxes.Steps;
}

/// <summary>Dropout of the channels of maps.</summary>
internal sealed record SpatialDropout2DLayer : SpatialDropoutLayer
{
    public override string ClassName => "SpatialDropout2D";

    protected override MapAxes Axes => MapAxes.Image;
}

/// <summary>Dropout of the channels of volumes.</summary>
internal sealed record SpatialDropout3DLayer : SpatialDropoutLayer
{
    public override string ClassName => "SpatialDropout3D";

    protected override MapAxes Axes => MapAxes.Volume;
}
