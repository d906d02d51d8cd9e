namespace CnnGen.Generator.Layers;

/// <summary>The mean of each channel: H × W × C → C, or 1 × 1 × C.</summary>
internal sealed record GlobalAveragePooling2DLayer : GlobalPoolingLayer
{
    public override string ClassName => "GlobalAveragePooling2D";

    protected override MapAxes Axes => MapAxes.Image;

    protected override string Method => "mean";
}
