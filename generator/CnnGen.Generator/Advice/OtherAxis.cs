
namespace CnnGen.Generator.Advice;

/// <summary>A batch normalization along another axis than the channels: code that comes from a model of the other format.</summary>
internal static class OtherAxis
{
    private const string Axis = "Axis";

    /// <summary>The dimension that the layer's own axis names; <see langword="null"/> if it is left out.</summary>
    public static int? Written(AdvisedLayer layer) => layer.Attribute[Axis] switch
    {
        // Keras counts the batch.
        int axis and > 0 => axis - 1,
        int axis => layer.Node.Input.Rank + axis,
        _ => null,
    };
}
