using CnnGen.Generator.Emission;

namespace CnnGen.Generator.Layers;

/// <summary>The smallest of several inputs.</summary>
internal sealed record MinimumLayer : ElementwiseMergeLayer
{
    public override string ClassName => "Minimum";

    protected override string Merge(string left, string right) => $"{Torch.Root}.minimum({left}, {right})";
}
