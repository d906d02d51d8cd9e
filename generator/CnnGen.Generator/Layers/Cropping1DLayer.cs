namespace CnnGen.Generator.Layers;

/// <summary>The ends cut off: steps × C → steps' × C.</summary>
internal sealed record Cropping1DLayer : CroppingLayer
{
    public override string ClassName => "Cropping1D";

    protected override MapAxes Axes => MapAxes.Steps;
}
