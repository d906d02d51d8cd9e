namespace CnnGen;

/// <summary>
/// What the network gives, by the names of layers: <c>[Output("logits", "aux")]</c>. With several, <c>forward</c> gives a tuple in
/// this order. Without this attribute, the last layer's output is the network's.
/// </summary>
/// <param name="layers">The names of one or more layers.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OutputAttribute(params string[] layers) : Attribute
{
    /// <summary>The names as written.</summary>
    public string[] Layers { get; } = layers;
}
