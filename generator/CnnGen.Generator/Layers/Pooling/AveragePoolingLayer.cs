using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Pooling;

/// <summary>The mean of each window; padding is not counted.</summary>
internal abstract record AveragePoolingLayer : PoolingLayer
{
    public override bool IsLinear => true;

    protected override string Function => "avg_pool";

    protected override string Tail(bool ceiling) => $"{Literals.Boolean(ceiling)}, false";
}

/// <summary>The mean of each window; padding is not counted: steps × C → steps' × C.</summary>
internal sealed record AveragePooling1DLayer : AveragePoolingLayer
{
    public override string ClassName => "AveragePooling1D";

    protected override MapAxes Axes => MapAxes.Steps;
}

/// <summary>The mean of each window; padding is not counted: H × W × C → H' × W' × C.</summary>
internal sealed record AveragePooling2DLayer : AveragePoolingLayer
{
    public override string ClassName => "AveragePooling2D";

    protected override MapAxes Axes => MapAxes.Image;
}

/// <summary>The mean of each window; padding is not counted: D × H × W × C → D' × H' × W' × C.</summary>
internal sealed record AveragePooling3DLayer : AveragePoolingLayer
{
    public override string ClassName => "AveragePooling3D";

    protected override MapAxes Axes => MapAxes.Volume;
}
