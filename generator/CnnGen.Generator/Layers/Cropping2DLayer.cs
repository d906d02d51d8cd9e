namespace CnnGen.Generator.Layers;

/// <summary>The ends cut off: H × W × C → H' × W' × C.</summary>
internal sealed record Cropping2DLayer : CroppingLayer
{
    public override string ClassName => "Cropping2D";

    protected override MapAxes Axes => MapAxes.Image;

    // Keras crops signals and volumes by 1, and images not at all.
    protected override int Default => 0;
}
