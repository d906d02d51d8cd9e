using CnnGen.Generator.Emission;

namespace CnnGen.Generator.Layers;

/// <summary>The mean of several inputs.</summary>
internal sealed record AverageLayer : ElementwiseMergeLayer
{
    public override string ClassName => "Average";

    protected override string Merge(string left, string right) => $"{left} + {right}";

    protected override void Finish(ForwardCode code, int count) =>
        code.Next("mean", $"{code.Value} / {Literals.Double(count)}");
}
