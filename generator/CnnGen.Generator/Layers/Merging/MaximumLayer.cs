using System.Collections.Generic;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Merging;

/// <summary>The largest of several inputs.</summary>
internal sealed record MaximumLayer : ElementwiseMergeLayer
{
    public override string ClassName => "Maximum";

    public override string? Told(IReadOnlyList<Shape> inputs) => $"takes the maximum of {All(inputs)}";

    protected override string Merge(string left, string right) => $"{Torch.Root}.maximum({left}, {right})";
}
