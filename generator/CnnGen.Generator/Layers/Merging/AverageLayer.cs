using System.Collections.Generic;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Merging;

/// <summary>The mean of several inputs.</summary>
internal sealed record AverageLayer : ElementwiseMergeLayer
{
    public override string ClassName => "Average";

    public override string? Told(IReadOnlyList<Shape> inputs) => $"averages {All(inputs)}";

    protected override string Merge(string left, string right) => $"{left} + {right}";

    protected override void Finish(ForwardCode code, int count) =>
        code.Next("mean", $"{code.Value} / {Literals.Double(count)}");
}
