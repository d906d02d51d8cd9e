namespace CnnGen.Generator.Layers;

/// <summary>The mean of each channel: D × H × W × C → C, or 1 × 1 × 1 × C.</summary>
internal sealed record GlobalAveragePooling3DLayer : GlobalPoolingLayer
{
    public override string ClassName => "GlobalAveragePooling3D";

    protected override MapAxes Axes => MapAxes.Volume;

    protected override string Method => "mean";
}
