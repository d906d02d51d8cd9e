using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Reading;

/// <summary>
/// A class as its author wrote it. The generator sees no more than that, but an analyzer, and an editor that looks into a referenced
/// project, see the class with the part that was generated, whose members, attributes and base class are not the author's.
/// </summary>
internal sealed class OwnParts
{
    private readonly List<TypeDeclarationSyntax> _generated = new();

    /// <param name="symbol">The class.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public OwnParts(INamedTypeSymbol symbol, CancellationToken cancellation)
    {
        var own = new List<TypeDeclarationSyntax>();
        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is not TypeDeclarationSyntax part)
            {
                continue;
            }

            if (IsGenerated(part))
            {
                _generated.Add(part);
            }
            else
            {
                own.Add(part);
            }
        }

        Syntax = own;
    }

    /// <summary>The parts that the author wrote; none for a class of a compiled assembly.</summary>
    public IReadOnlyList<TypeDeclarationSyntax> Syntax { get; }

    /// <summary>The parts that were generated for it.</summary>
    public IReadOnlyList<TypeDeclarationSyntax> Generated => _generated;

    /// <summary>Whether a member is the author's.</summary>
    public bool Hold(ISymbol member) => !member.DeclaringSyntaxReferences.Any(reference => IsGenerated(reference.SyntaxTree));

    /// <summary>Whether a file is one that the author wrote of the class.</summary>
    public bool AreIn(SyntaxTree tree) => Syntax.Any(part => part.SyntaxTree == tree);

    /// <summary>Whether an attribute is the author's.</summary>
    public bool Hold(AttributeSyntax attribute) => !IsGenerated(attribute.SyntaxTree);

    /// <summary>The part that an attribute stands on, counted from zero.</summary>
    public int IndexOf(AttributeSyntax attribute)
    {
        int part = Syntax.Count - 1;
        while (part >= 0 && !(Syntax[part].SyntaxTree == attribute.SyntaxTree && Syntax[part].Span.Contains(attribute.Span)))
        {
            part--;
        }

        return part;
    }

    private bool IsGenerated(SyntaxTree tree) => _generated.Exists(part => part.SyntaxTree == tree);

    // It bears the generator's mark and nothing else, and a file of it holds nothing else.
    private static bool IsGenerated(TypeDeclarationSyntax part) => part.AttributeLists is [{ Attributes: [var only] }]
        && NameOf(only.Name) == GeneratedMembers.MarkName
        && only.ArgumentList?.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: GeneratedMembers.Tool };

    private static string? NameOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };
}
