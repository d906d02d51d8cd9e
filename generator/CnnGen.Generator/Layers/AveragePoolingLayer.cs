using CnnGen.Generator.Emission;

namespace CnnGen.Generator.Layers;

/// <summary>The mean of each window; padding is not counted.</summary>
internal abstract record AveragePoolingLayer : PoolingLayer
{
    protected override string Function => "avg_pool";

    protected override string Tail(bool ceiling) => $"{Literals.Boolean(ceiling)}, false";
}
