namespace CnnGen.Pages.Tests;

/// <summary>What stands between two fences.</summary>
/// <param name="Page">Where.</param>
/// <param name="Line">The line of the first fence, from 1.</param>
/// <param name="Language">What the fence names.</param>
/// <param name="Heading">The heading above.</param>
/// <param name="Text">The lines between.</param>
internal sealed record CodeBlock(Page Page, int Line, string Language, string Heading, string Text)
{
    /// <summary>How tests name it.</summary>
    public string Key => $"{Page.Path}:{Line}";

    public bool IsCSharp => Language == "csharp";
}
