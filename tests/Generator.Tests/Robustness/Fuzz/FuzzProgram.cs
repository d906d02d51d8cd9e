namespace CnnGen.Generator.Tests;

/// <summary>A random program: one file, all of it in a namespace of its own.</summary>
/// <param name="Number">The namespace is <c>P</c> and this.</param>
/// <param name="Text">The source.</param>
internal sealed record FuzzProgram(int Number, string Text)
{
    /// <summary>Whether the compiler may well have errors in it.</summary>
    public bool IsSpoilt { get; init; }
}
