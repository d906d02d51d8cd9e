using System.Text;

namespace CnnGen.Interop;

/// <summary>A Keras model as classes of the language: one attribute a line, what is as it is anyway left out.</summary>
/// <param name="ClassName">The class of the model. The models within it have classes of their own above it.</param>
/// <param name="Text">The source text: the classes, in no namespace. What has no attribute stands there as a comment.</param>
/// <param name="Lacking">What has no counterpart, each with the layer's name in front; without it the model is another one.</param>
/// <param name="LeftOut">What is left out because only training would need it, such as the start values of a normalization.</param>
public sealed record KerasDeclaration(string ClassName, string Text, IReadOnlyList<string> Lacking, IReadOnlyList<string> LeftOut)
{
    /// <summary>Whether all of the model has a counterpart.</summary>
    public bool IsWhole => Lacking.Count == 0;

    /// <summary>What whoever converts the model should be told: what is left out, and what is lacking, a line each.</summary>
    public IEnumerable<string> Remarks =>
    [
        .. LeftOut.Select(static what => $"left out, as only training would need it: {what}"),
        .. Lacking.Select(static what => $"error: CnnGen has none: {what}"),
    ];

    /// <summary>Writes the source text to a file. An existing one is replaced only once the new one is whole.</summary>
    /// <param name="path">The file, <c>MyCnn.cs</c>.</param>
    /// <exception cref="FileWriteException">The file cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(Text)));
}
