namespace CnnGen.Generator.Layers;

/// <summary>The mean of each window; padding is not counted: D × H × W × C → D' × H' × W' × C.</summary>
internal sealed record AveragePooling3DLayer : AveragePoolingLayer
{
    public override string ClassName => "AveragePooling3D";

    protected override MapAxes Axes => MapAxes.Volume;
}
