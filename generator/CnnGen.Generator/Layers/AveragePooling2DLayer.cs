namespace CnnGen.Generator.Layers;

/// <summary>The mean of each window; padding is not counted: H × W × C → H' × W' × C.</summary>
internal sealed record AveragePooling2DLayer : AveragePoolingLayer
{
    public override string ClassName => "AveragePooling2D";

    protected override MapAxes Axes => MapAxes.Image;
}
