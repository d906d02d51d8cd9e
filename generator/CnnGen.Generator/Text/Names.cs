using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Text;

/// <summary>Gives out identifiers of one scope, each only once.</summary>
internal sealed class Names
{
    private readonly HashSet<string> _taken;

    public Names(IEnumerable<string> taken) => _taken = new HashSet<string>(taken);

    /// <summary>The wanted identifier, or the next free one like it.</summary>
    public string Next(string wanted) => Next(wanted, [""]);

    /// <summary>The wanted identifier, or the next one like it, that is free with each of the endings.</summary>
    public string Next(string wanted, IReadOnlyCollection<string> endings)
    {
        string name = wanted;
        for (int i = 2; IsKeyword(name) || endings.Any(ending => _taken.Contains(name + ending)); i++)
        {
            name = $"{wanted}_{Literals.Integer(i)}";
        }

        _taken.UnionWith(endings.Select(ending => name + ending));
        return name;
    }

    // 'add' means something in an event only, and every residual network has one.
    private static bool IsKeyword(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
        || SyntaxFacts.GetContextualKeywordKind(name) is not (SyntaxKind.None or SyntaxKind.AddKeyword);
}
