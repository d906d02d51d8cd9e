using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Tests;

/// <summary>What a declaration decides in its generated file; the rest is the same in every file, and is snapshot with a few.</summary>
internal static class Extract
{
    // Counts, shapes and the summary follow from the rows.
    private static readonly HashSet<string> s_followsFromRows =
    [
        "Summary", "Architecture", "ParameterCount", "TrainableParameterCount", "NonTrainableParameterCount", "MultiplyAdds",
        "ActivationBytes", "InputShape", "OutputShape",
    ];

    private static readonly HashSet<string> s_ofLayers = [".ctor", "forward", "Logits"];

    // What every method begins with, and every constructor.
    private static readonly string[] s_always = ["using var scope", "_state = ", "// Registered by hand"];

    /// <summary>The constructor, the way from input to output, and the rows of the summary.</summary>
    /// <param name="file">The text of a generated file.</param>
    /// <param name="plain">The text of one whose layers need no members of their own.</param>
    public static string OfLayers(string file, string plain)
    {
        ClassDeclarationSyntax model = Class(file);
        HashSet<string> known = [.. Class(plain).Members.Select(Name)];
        var text = new StringBuilder();
        foreach (MemberDeclarationSyntax member in model.Members.Where(member => member is not FieldDeclarationSyntax))
        {
            if (member is ConstructorDeclarationSyntax || Name(member) is "Logits" || !known.Contains(Name(member)) || IsForward(member))
            {
                Append(text, member);
            }
        }

        text.Append("Rows\n");
        foreach (ExpressionSyntax row in Rows(model))
        {
            var creation = (ObjectCreationExpressionSyntax)row;
            text.Append("    ").Append(creation.ArgumentList).Append('\n');
            foreach (ExpressionSyntax property in creation.Initializer?.Expressions.Where(IsOwn) ?? [])
            {
                text.Append("        ").Append(property).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The members that are not the same in a plain training, but for the layers; those of nested classes one by one.</summary>
    public static string OfTraining(string file, string plain)
    {
        HashSet<string> known = [.. Members(Class(plain)).Select(Text)];
        var text = new StringBuilder();
        foreach (MemberDeclarationSyntax member in Members(Class(file)).Where(member => !known.Contains(Text(member))))
        {
            Append(text, member);
        }

        return text.ToString();
    }

    private static ClassDeclarationSyntax Class(string file) =>
        CSharpSyntaxTree.ParseText(file).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().First();

    private static IEnumerable<MemberDeclarationSyntax> Members(ClassDeclarationSyntax type) =>
        type.Members.Where(member => !s_followsFromRows.Contains(Name(member)) && !s_ofLayers.Contains(Name(member)))
            .SelectMany(member => member is ClassDeclarationSyntax inner ? inner.Members : [member]);

    private static string Name(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ConstructorDeclarationSyntax => ".ctor",
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        _ => throw new InvalidOperationException($"Give a name to {member.Kind()}."),
    };

    // One that only gives the logits on says nothing.
    private static bool IsForward(MemberDeclarationSyntax member) =>
        member is MethodDeclarationSyntax { Identifier.Text: "forward" } method && method.ExpressionBody?.Expression.ToString().StartsWith("Logits(", StringComparison.Ordinal) != true;

    private static IEnumerable<ExpressionSyntax> Rows(ClassDeclarationSyntax model) =>
        model.Members.OfType<PropertyDeclarationSyntax>().Single(property => property is { Identifier.Text: "Architecture", Initializer: not null })
            .DescendantNodes().OfType<InitializerExpressionSyntax>().First().Expressions;

    // The rows of a nested model are those of a model of its own.
    private static bool IsOwn(ExpressionSyntax property) => property is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "Layers" } };

    /// <summary>The member without its documentation.</summary>
    private static string Text(MemberDeclarationSyntax member) => member.WithoutLeadingTrivia().ToString();

    /// <summary>Writes a member's name and what it does, without braces, empty lines and what all methods begin with.</summary>
    private static void Append(StringBuilder text, MemberDeclarationSyntax member)
    {
        if (member is not BaseMethodDeclarationSyntax { Body: { } body } method)
        {
            AppendLines(text, member.GetLeadingTrivia(), Text(member), "");
            return;
        }

        text.Append(member is ConstructorDeclarationSyntax constructor ? $"Constructor {constructor.Initializer}" : Name(member) + method.ParameterList).Append('\n');
        foreach (StatementSyntax statement in body.Statements.Where(statement => !IsAlways(statement.ToString())))
        {
            AppendLines(text, statement.GetLeadingTrivia(), statement.ToFullString(), "    ");
        }
    }

    private static bool IsAlways(string text) => s_always.Any(always => text.StartsWith(always, StringComparison.Ordinal));

    private static void AppendLines(StringBuilder text, SyntaxTriviaList leading, string lines, string indentation)
    {
        var old = new string(' ', leading.LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Span.Length);
        foreach (string line in lines.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line) && !IsAlways(line.TrimStart())))
        {
            text.Append(indentation).Append(line.StartsWith(old, StringComparison.Ordinal) ? line[old.Length..] : line).Append('\n');
        }
    }
}
