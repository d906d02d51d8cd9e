using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Pooling;

/// <summary>The mean of each channel: steps × C → C, or 1 × C.</summary>
internal sealed record GlobalAveragePooling1DLayer : GlobalPoolingLayer
{
    public override string ClassName => "GlobalAveragePooling1D";

    public override bool IsLinear => true;

    protected override MapAxes Axes => MapAxes.Steps;

    protected override string Method => "mean";
}

/// <summary>The mean of each channel: H × W × C → C, or 1 × 1 × C.</summary>
internal sealed record GlobalAveragePooling2DLayer : GlobalPoolingLayer
{
    public override string ClassName => "GlobalAveragePooling2D";

    public override bool IsLinear => true;

    protected override MapAxes Axes => MapAxes.Image;

    protected override string Method => "mean";
}

/// <summary>The mean of each channel: D × H × W × C → C, or 1 × 1 × 1 × C.</summary>
internal sealed record GlobalAveragePooling3DLayer : GlobalPoolingLayer
{
    public override string ClassName => "GlobalAveragePooling3D";

    public override bool IsLinear => true;

    protected override MapAxes Axes => MapAxes.Volume;

    protected override string Method => "mean";
}
