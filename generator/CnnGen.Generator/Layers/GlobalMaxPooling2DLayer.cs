namespace CnnGen.Generator.Layers;

/// <summary>The largest value of each channel: H × W × C → C, or 1 × 1 × C.</summary>
internal sealed record GlobalMaxPooling2DLayer : GlobalPoolingLayer
{
    public override string ClassName => "GlobalMaxPooling2D";

    protected override MapAxes Axes => MapAxes.Image;

    protected override string Method => "amax";
}
