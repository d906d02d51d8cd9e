using System.Collections.Generic;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Merging;

/// <summary>The sum of several inputs.</summary>
internal sealed record AddLayer : ElementwiseMergeLayer
{
    public override string ClassName => "Add";

    public override string? Told(IReadOnlyList<Shape> inputs) => $"adds {All(inputs)}";

    protected override string Merge(string left, string right) => $"{left} + {right}";
}
