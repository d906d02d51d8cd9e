using System.Collections.Generic;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Merging;

/// <summary>The smallest of several inputs.</summary>
internal sealed record MinimumLayer : ElementwiseMergeLayer
{
    public override string ClassName => "Minimum";

    public override string? Told(IReadOnlyList<Shape> inputs) => $"takes the minimum of {All(inputs)}";

    protected override string Merge(string left, string right) => $"{Torch.Root}.minimum({left}, {right})";
}
