namespace CnnGen;

/// <summary>
/// A piece of a network without a shape of its own, put into models with <see cref="UseAttribute{T}"/>. Its layers stand on the
/// class as a model's do; what comes in is called <c>"input"</c>, and <see cref="Arg"/> stands for what each use gives. The last
/// layer's output is the block's. Further inputs are declared by their names, <c>[Input("skip")]</c>, and each use names the layers for
/// them: <c>[Use&lt;Decoder&gt;("level3")]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BlockAttribute : Attribute;
