using System.Linq;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Pooling;

/// <summary>The largest value of each window.</summary>
internal abstract record MaxPoolingLayer : PoolingLayer
{
    protected override string Function => "max_pool";

    // Padding counts as minus infinity.
    protected override string Tail(bool ceiling) =>
        $"{Numbers(Enumerable.Repeat(1L, Axes.Count))}, {Literals.Boolean(ceiling)}";
}

/// <summary>The largest value of each window: steps × C → steps' × C.</summary>
internal sealed record MaxPooling1DLayer : MaxPoolingLayer
{
    public override string ClassName => "MaxPooling1D";

    protected override MapAxes Axes => MapAxes.Steps;
}

/// <summary>The largest value of each window: H × W × C → H' × W' × C.</summary>
internal sealed record MaxPooling2DLayer : MaxPoolingLayer
{
    public override string ClassName => "MaxPooling2D";

    protected override MapAxes Axes => MapAxes.Image;
}

/// <summary>The largest value of each window: D × H × W × C → D' × H' × W' × C.</summary>
internal sealed record MaxPooling3DLayer : MaxPoolingLayer
{
    public override string ClassName => "MaxPooling3D";

    protected override MapAxes Axes => MapAxes.Volume;
}
