namespace CnnGen.Generator.Layers;

/// <summary>The largest value of each window.</summary>
internal sealed record MaxPooling2DLayer : Pooling2DLayer
{
    public override string ClassName => "MaxPooling2D";

    // Padding counts as minus infinity.
    public override void Forward(ForwardCode code) => Forward(code, "max_pool2d", "new long[] { 1L, 1L }, {0}");
}
