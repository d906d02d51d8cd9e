namespace CnnGen.Generator.Layers;

/// <summary>The mean of each window; padding is not counted.</summary>
internal sealed record AveragePooling2DLayer : Pooling2DLayer
{
    public override string ClassName => "AveragePooling2D";

    public override void Forward(ForwardCode code) => Forward(code, "avg_pool2d", "{0}, false");
}
