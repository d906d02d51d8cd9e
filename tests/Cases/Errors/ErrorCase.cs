using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator.Tests;

/// <summary>One way to make a mistake, and the nearest code that is right.</summary>
/// <param name="Id">The rule that tells.</param>
/// <param name="Name">Tells the rule's cases apart.</param>
/// <param name="Wrong">Models in namespace <c>Sample</c>; <c>[|…|]</c> marks what the squiggle must cover.</param>
/// <param name="Right">The same, mended.</param>
/// <param name="Saying">Parts that the message must have: the layer, what came, what was wanted, the trace, the remedy.</param>
internal sealed record ErrorCase(string Id, string Name, string Wrong, string Right, params string[] Saying)
{
    /// <summary>The project's settings, where they are the mistake.</summary>
    public RunOptions Options { get; init; } = RunOptions.Default;

    /// <summary>The project's settings once mended.</summary>
    public RunOptions RightOptions { get; init; } = RunOptions.Default;

    /// <summary>Whether the class gets its members in spite of the mistake, so that nothing else is reported.</summary>
    public bool KeepsMembers { get; init; } = true;

    /// <summary>Whether one tensor goes in and one comes out.</summary>
    public bool IsSingle { get; init; } = true;

    public string Key => $"{Id}_{Name}";

    /// <summary>The source without the mark.</summary>
    public string Source => Wrong.Replace("[|", "").Replace("|]", "");

    /// <summary>What the mark covers, counted from the first line of the file.</summary>
    public TextSpan Span
    {
        get
        {
            int start = Wrong.IndexOf("[|", StringComparison.Ordinal);
            int end = Wrong.IndexOf("|]", StringComparison.Ordinal) - 2;
            return TextSpan.FromBounds(ModelCompiler.Usings.Length + start, ModelCompiler.Usings.Length + end);
        }
    }

    public GeneratorRun Run() => ModelCompiler.Generate(Source, Options);
}
