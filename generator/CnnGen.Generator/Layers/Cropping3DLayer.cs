namespace CnnGen.Generator.Layers;

/// <summary>The ends cut off: D × H × W × C → D' × H' × W' × C.</summary>
internal sealed record Cropping3DLayer : CroppingLayer
{
    public override string ClassName => "Cropping3D";

    protected override MapAxes Axes => MapAxes.Volume;
}
