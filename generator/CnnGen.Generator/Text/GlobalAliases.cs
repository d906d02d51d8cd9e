using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Text;

/// <summary>
/// The names that <c>global using Name = …;</c> gives all files of a project. A generated file without a namespace cannot give one of them
/// again: its own usings stand beside those.
/// </summary>
internal static class GlobalAliases
{
    // Most edits change one file of many.
    private static readonly ConditionalWeakTable<SyntaxTree, string[]> s_names = new();

    public static HashSet<string> Of(Compilation compilation, CancellationToken cancellation)
    {
        var names = new HashSet<string>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            names.UnionWith(s_names.GetValue(tree, static tree => Of(tree)));
        }

        return names;
    }

    private static string[] Of(SyntaxTree tree) => ((CSharpSyntaxTree)tree).GetCompilationUnitRoot().Usings
        .Where(static directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
        .Select(static directive => directive.Alias?.Name.Identifier.ValueText)
        .OfType<string>()
        .ToArray();
}
