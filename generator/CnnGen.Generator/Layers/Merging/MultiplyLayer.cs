namespace CnnGen.Generator.Layers.Merging;

/// <summary>The product of several inputs.</summary>
internal sealed record MultiplyLayer : ElementwiseMergeLayer
{
    public override string ClassName => "Multiply";

    protected override string Merge(string left, string right) => $"{left} * {right}";
}
