using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Pooling;

/// <summary>The largest value of each channel: steps × C → C, or 1 × C.</summary>
internal sealed record GlobalMaxPooling1DLayer : GlobalPoolingLayer
{
    public override string ClassName => "GlobalMaxPooling1D";

    protected override MapAxes Axes => MapAxes.Steps;

    protected override string Method => "amax";
}

/// <summary>The largest value of each channel: H × W × C → C, or 1 × 1 × C.</summary>
internal sealed record GlobalMaxPooling2DLayer : GlobalPoolingLayer
{
    public override string ClassName => "GlobalMaxPooling2D";

    protected override MapAxes Axes => MapAxes.Image;

    protected override string Method => "amax";
}

/// <summary>The largest value of each channel: D × H × W × C → C, or 1 × 1 × 1 × C.</summary>
internal sealed record GlobalMaxPooling3DLayer : GlobalPoolingLayer
{
    public override string ClassName => "GlobalMaxPooling3D";

    protected override MapAxes Axes => MapAxes.Volume;

    protected override string Method => "amax";
}
