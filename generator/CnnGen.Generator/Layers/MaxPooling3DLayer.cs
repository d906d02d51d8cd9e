namespace CnnGen.Generator.Layers;

/// <summary>The largest value of each window: D × H × W × C → D' × H' × W' × C.</summary>
internal sealed record MaxPooling3DLayer : MaxPoolingLayer
{
    public override string ClassName => "MaxPooling3D";

    protected override MapAxes Axes => MapAxes.Volume;
}
