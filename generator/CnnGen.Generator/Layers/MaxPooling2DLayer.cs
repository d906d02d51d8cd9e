namespace CnnGen.Generator.Layers;

/// <summary>The largest value of each window: H × W × C → H' × W' × C.</summary>
internal sealed record MaxPooling2DLayer : MaxPoolingLayer
{
    public override string ClassName => "MaxPooling2D";

    protected override MapAxes Axes => MapAxes.Image;
}
