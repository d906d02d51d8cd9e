namespace CnnGen;

/// <summary>
/// The mean of its inputs, value by value. Shapes are broadcast from the right: an axis of 1 stretches, missing axes count as 1.
/// Keras: <c>Average</c>, <c>keras/layers/merging/</c>.
/// </summary>
/// <param name="layers">The names of layers or inputs. With a single one, the layer above is the first input.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AverageAttribute(params string[] layers) : MergeAttribute(layers);
