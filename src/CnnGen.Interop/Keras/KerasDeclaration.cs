namespace CnnGen.Interop;

/// <summary>A Keras model as classes of the language: one attribute a line, what is as it is anyway left out.</summary>
/// <param name="ClassName">The class of the model. The models within it have classes of their own above it.</param>
/// <param name="Text">The source text: the classes, in no namespace. What has no attribute stands there as a comment.</param>
/// <param name="Lacking">What has no counterpart, each with the layer's name in front; without it the model is another one.</param>
/// <param name="LeftOut">What is left out because only training would need it, such as the start values of a normalization.</param>
public sealed record KerasDeclaration(string ClassName, string Text, IReadOnlyList<string> Lacking, IReadOnlyList<string> LeftOut);
