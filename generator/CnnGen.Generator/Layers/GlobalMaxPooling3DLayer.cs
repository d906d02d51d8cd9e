namespace CnnGen.Generator.Layers;

/// <summary>The largest value of each channel: D × H × W × C → C, or 1 × 1 × 1 × C.</summary>
internal sealed record GlobalMaxPooling3DLayer : GlobalPoolingLayer
{
    public override string ClassName => "GlobalMaxPooling3D";

    protected override MapAxes Axes => MapAxes.Volume;

    protected override string Method => "amax";
}
