namespace CnnGen.Generator.Layers;

/// <summary>The sum of several inputs.</summary>
internal sealed record AddLayer : ElementwiseMergeLayer
{
    public override string ClassName => "Add";

    protected override string Merge(string left, string right) => $"{left} + {right}";
}
