using CnnGen.Generator.Emission;

namespace CnnGen.Generator.Layers;

/// <summary>The largest of several inputs.</summary>
internal sealed record MaximumLayer : ElementwiseMergeLayer
{
    public override string ClassName => "Maximum";

    protected override string Merge(string left, string right) => $"{Torch.Root}.maximum({left}, {right})";
}
