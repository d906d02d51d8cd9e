namespace CnnGen;

/// <summary>
/// Lays all values of an image in one row: H × W × C → H·W·C. No parameters.
/// Keras: <c>Flatten</c>, <c>keras/layers/reshaping/flatten.py</c>; the order of the values is PyTorch's (channel by channel).
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FlattenAttribute : LayerAttribute;
