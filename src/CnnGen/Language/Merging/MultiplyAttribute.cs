namespace CnnGen;

/// <summary>
/// The product of its inputs, value by value. Shapes are broadcast from the right: an axis of 1 stretches, missing axes count as 1.
/// Keras: <c>Multiply</c>, <c>keras/layers/merging/</c>.
/// </summary>
/// <param name="layers">The names of layers or inputs. With a single one, the layer above is the first input.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MultiplyAttribute(params string[] layers) : MergeAttribute(layers);
