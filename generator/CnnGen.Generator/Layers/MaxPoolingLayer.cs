using System.Linq;
using CnnGen.Generator.Emission;

namespace CnnGen.Generator.Layers;

/// <summary>The largest value of each window.</summary>
internal abstract record MaxPoolingLayer : PoolingLayer
{
    protected override string Function => "max_pool";

    // Padding counts as minus infinity.
    protected override string Tail(bool ceiling) =>
        $"{Numbers(Enumerable.Repeat(1L, Axes.Count))}, {Literals.Boolean(ceiling)}";
}
