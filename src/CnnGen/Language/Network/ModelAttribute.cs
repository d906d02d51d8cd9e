namespace CnnGen;

/// <summary>
/// Declares a partial class to be a convolutional network. The attributes below it, in the order of the source, are its layers;
/// the generator checks every shape and writes the network, its summary and its training code.
/// </summary>
/// <example>
/// <code>
/// [Model]
/// [Input(28, 28, 1)]
/// [Conv2D(32, 3, Activation = Activation.ReLU)]
/// [Flatten]
/// [Dense(10, Activation = Activation.Softmax)]
/// public sealed partial class Digits;
/// </code>
/// </example>
/// <param name="name">The name in the summary. Default: the class's name as Keras writes it, <c>StridedSameCnn</c> → <c>strided_same_cnn</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModelAttribute(string? name = null) : Attribute
{
    /// <summary>The name in the summary; <see langword="null"/> for the class's name in snake case.</summary>
    public string? Name { get; } = name;
}
