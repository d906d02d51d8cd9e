using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Shouldly;

namespace CnnGen.CodeFixes.Tests;

/// <summary>What an edit leaves: the author's lines, indentation, comments and brackets.</summary>
public class LayoutTests
{
    [Theory]
    [InlineData("[A]\n    [[|B|]]\n    class C;", "[A]\n    [New(1)]\n    [B]\n    class C;")]
    [InlineData("[A]\r\n\t// head\r\n\t[[|B|]]\r\n\tclass C;", "[A]\r\n\t// head\r\n\t[New(1)]\r\n\t[B]\r\n\tclass C;")]
    [InlineData("[A] [[|B|]] class C;", "[A] [New(1)] [B] class C;")]
    [InlineData("[A, [|B(2)|], D] class C;", "[A, New(1), B(2), D] class C;")]
    [InlineData("[[|B|]] class C;", "[New(1)]\n[B] class C;")]
    public void An_attribute_is_inserted_above(string source, string expected) =>
        Edit(source, EditKind.InsertAbove, null, "New(1)").ShouldBe(expected);

    [Theory]
    [InlineData("[A]\n    [[|B|]]\n    class C;", "[A]\n    [B]\n    [New(1)]\n    class C;")]
    [InlineData("[A]\r\n  [[|B|]] // stem\r\n  class C;", "[A]\r\n  [B] // stem\r\n  [New(1)]\r\n  class C;")]
    [InlineData("[A] [[|B|]] class C;", "[A] [B] [New(1)] class C;")]
    [InlineData("[A, [|B(2)|]] class C;", "[A, B(2), New(1)] class C;")]
    [InlineData("[\n  [|B(2,\n    3)|]\n]\nclass C;", "[\n  B(2,\n    3)\n]\n[New(1)]\nclass C;")]
    public void An_attribute_is_inserted_below(string source, string expected) =>
        Edit(source, EditKind.InsertBelow, null, "New(1)").ShouldBe(expected);

    [Theory]
    [InlineData("// one\n[A]\n    [[|B|]] // two\n    [D]\n    class C;", "// one\n[A]\n    [D]\n    class C;")]
    [InlineData("[A] [[|B|]] [D] class C;", "[A] [D] class C;")]
    [InlineData("[[|B|], D] class C;", "[D] class C;")]
    [InlineData("[A, [|B(1)|]] class C;", "[A] class C;")]
    [InlineData("[A] [[|B|]] // two\n// head\nclass C;", "[A] // two\n// head\nclass C;")]
    [InlineData("[\n  A, // one\n  [|B|] // two\n]\nclass C;", "[\n  A // one\n]\nclass C;")]
    [InlineData("[\n  A, // one\n  [|B|]]\nclass C;", "[\n  A // one\n]\nclass C;")]
    [InlineData("[\n  [|A|], // one\n  // of B\n  B // two\n]\nclass C;", "[\n  // of B\n  B // two\n]\nclass C;")]
    [InlineData("[[|A|], // one\n  // of B\n  B]\nclass C;", "[// of B\n  B]\nclass C;")]
    [InlineData("[A, [|B|], // both\n  D]\nclass C;", "[A, // both\n  D]\nclass C;")]
    [InlineData("[A, [|B|],] class C;", "[A] class C;")]
    [InlineData("[A /* one */, [|B|] /* two */] class C;", "[A /* one */ /* two */] class C;")]
    public void An_attribute_is_removed(string source, string expected) =>
        Edit(source, EditKind.RemoveAttribute, null, "").ShouldBe(expected);

    [Theory]
    [InlineData("[A, [|B(2)|] /* why */] class C;", "[A, New(1) /* why */] class C;")]
    public void An_attribute_is_replaced(string source, string expected) =>
        Edit(source, EditKind.ReplaceAttribute, null, "New(1)").ShouldBe(expected);

    [Theory]
    [InlineData("[[|B|]] class C;", "Padding", "[B(Padding = 7)] class C;")]
    [InlineData("[[|B()|]] class C;", "Padding", "[B(Padding = 7)] class C;")]
    [InlineData("[[|B(1, Name = \"b\")|]] class C;", "Padding", "[B(1, Name = \"b\", Padding = 7)] class C;")]
    [InlineData("[[|B(1, Name = \"b\")|]] class C;", "size", "[B(1, size: 7, Name = \"b\")] class C;")]
    [InlineData("[[|B(1)|]] class C;", "size", "[B(1, size: 7)] class C;")]
    [InlineData("[B(1, [|Padding = 3|], Name = \"b\")] class C;", "Padding", "[B(1, Padding = 7, Name = \"b\")] class C;")]
    [InlineData("[B([|size: 3|])] class C;", "size", "[B(size: 7)] class C;")]
    [InlineData("[B([|3 /* x */, 4, 5|])] class C;", "shape", "[B(7)] class C;")]
    public void An_argument_is_set(string source, string argument, string expected) =>
        Edit(source, EditKind.SetArgument, argument, "7").ShouldBe(expected);

    [Theory]
    [InlineData("[B([|Padding = 3|])] class C;", "[B] class C;")]
    [InlineData("[B([|Padding = 3|], Name = \"b\")] class C;", "[B(Name = \"b\")] class C;")]
    [InlineData("[B(1, [|Padding = 3|])] class C;", "[B(1)] class C;")]
    [InlineData("[B(1, // filters\n  [|Padding = 3|])] class C;", "[B(1 // filters\n)] class C;")]
    [InlineData("[B(\n  [|Padding = 3|], // why\n  // what\n  Name = \"b\")] class C;", "[B(\n  // what\n  Name = \"b\")] class C;")]
    public void An_argument_is_removed(string source, string expected) =>
        Edit(source, EditKind.RemoveArgument, "Padding", "").ShouldBe(expected);

    [Theory]
    [InlineData("public sealed class [|C|];", EditKind.AddModifier, "partial", "public sealed partial class C;")]
    [InlineData("partial class [|C|];", EditKind.AddModifier, "partial", "partial class C;")]
    [InlineData("partial class [|C|];", EditKind.RemoveModifier, "static", "partial class C;")]
    [InlineData("[A]\nclass [|C|];", EditKind.AddModifier, "partial", "[A]\npartial class C;")]
    [InlineData("public /* no */ static partial class [|C|];", EditKind.RemoveModifier, "static", "public /* no */ partial class C;")]
    internal void A_modifier_comes_and_goes(string source, EditKind kind, string modifier, string expected) =>
        Edit(source, kind, null, modifier).ShouldBe(expected);

    [Fact]
    public void Several_new_arguments_stand_side_by_side()
    {
        const string source = "[B] class C;";
        (SyntaxTree tree, SemanticModel model) = Parse(source);
        var place = new TextSpan(1, 1);
        var writer = new EditWriter(tree.GetRoot(), tree.GetText(), new Spelling(model));
        writer.Write(At(tree, place, EditKind.SetArgument, "Groups", "2"));
        writer.Write(At(tree, place, EditKind.SetArgument, "size", "3"));

        tree.GetText().WithChanges(writer.Changes).ToString().ShouldBe("[B(size: 3, Groups = 2)] class C;");
    }

    [Theory]
    [InlineData("Groups,Strides", "[B(1, Name = \"b\")] class C;")]
    [InlineData("Name,Groups,Strides", "[B(1)] class C;")]
    [InlineData("1,Name,Groups", "[B(Strides = 3)] class C;")]
    [InlineData("1,Name,Groups,Strides", "[B] class C;")]
    public void Neighbours_are_removed_together(string arguments, string expected)
    {
        (SyntaxTree tree, SemanticModel model) = Parse("[B(1, Name = \"b\", Groups = 2, Strides = 3)] class C;");
        var writer = new EditWriter(tree.GetRoot(), tree.GetText(), new Spelling(model));
        foreach (string argument in arguments.Split(','))
        {
            var place = new TextSpan(tree.ToString().IndexOf(argument, StringComparison.Ordinal), 1);
            writer.Write(At(tree, place, EditKind.RemoveArgument, argument, ""));
        }

        tree.GetText().WithChanges(writer.Changes).ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("1", "[B(From = 7)] class C;", "[B(1)] class C;")]
    [InlineData("1", "[B(Name = \"b\", From = 7)] class C;", "[B(1, Name = \"b\")] class C;")]
    [InlineData("Name", "[B(1, From = 7)] class C;", "[B(1, Name = \"b\")] class C;")]
    public void One_argument_goes_and_another_comes(string argument, string expected, string source)
    {
        (SyntaxTree tree, SemanticModel model) = Parse(source);
        var writer = new EditWriter(tree.GetRoot(), tree.GetText(), new Spelling(model));
        writer.Write(At(tree, new TextSpan(source.IndexOf(argument, StringComparison.Ordinal), 1), EditKind.RemoveArgument, argument, ""));
        writer.Write(At(tree, new TextSpan(source.IndexOf('B'), source.IndexOf(']') - 1), EditKind.SetArgument, "From", "7"));

        tree.GetText().WithChanges(writer.Changes).ToString().ShouldBe(expected);
    }

    /// <summary>Any attributes of any lists: the others stay, with their comments.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Some_of_many_are_removed(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++)
        {
            var text = new System.Text.StringBuilder("// file\n");
            var comments = new Dictionary<string, string?>();
            int count = random.Next(1, 8);
            bool isOpen = false;
            for (int place = 0; place < count; place++)
            {
                string name = $"A{place}";
                text.Append(isOpen ? "" : "[").Append(isOpen || random.Next(4) > 0 ? "" : "\n  ").Append(name).Append(random.Next(2) == 0 ? "" : $"({place}, N = 2)");
                isOpen = place < count - 1 && random.Next(2) == 0;
                text.Append(isOpen ? "," : random.Next(4) == 0 ? "\n]" : "]");
                comments[name] = random.Next(3) == 0 ? $"// of {name}" : null;
                text.Append(comments[name] is { } comment ? $" {comment}\n  " : random.Next(2) == 0 ? " " : "\n  ");
            }

            (SyntaxTree tree, SemanticModel model) = Parse(text.Append("\nclass C;").ToString());
            AttributeSyntax[] all = [.. tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>()];
            AttributeSyntax[] removed = [.. all.Where(_ => random.Next(2) == 0)];
            var writer = new EditWriter(tree.GetRoot(), tree.GetText(), new Spelling(model));
            foreach (AttributeSyntax attribute in removed)
            {
                writer.Write(At(tree, attribute.Span, EditKind.RemoveAttribute, null, ""));
            }

            string left = tree.GetText().WithChanges(writer.Changes).ToString();
            SyntaxTree mended = CSharpSyntaxTree.ParseText(left);
            string shown = $"{tree}\n- {string.Join(", ", removed.Select(static attribute => attribute.Name))}\n=> {left}";

            mended.GetDiagnostics().ShouldBeEmpty(shown);
            AttributeSyntax[] kept = [.. all.Except(removed)];
            mended.GetRoot().DescendantNodes().OfType<AttributeSyntax>().Select(static attribute => attribute.ToString())
                .ShouldBe(kept.Select(static attribute => attribute.ToString()), shown);
            kept.Select(attribute => comments[attribute.Name.ToString()]).OfType<string>().Where(comment => !left.Contains(comment)).ShouldBeEmpty(shown);
            left.ShouldStartWith("// file\n");
        }
    }

    private static string Edit(string marked, EditKind kind, string? argument, string text)
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        int end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        (SyntaxTree tree, SemanticModel model) = Parse(marked.Replace("[|", "").Replace("|]", ""));
        var writer = new EditWriter(tree.GetRoot(), tree.GetText(), new Spelling(model));
        writer.Write(At(tree, TextSpan.FromBounds(start, end), kind, argument, text));
        return tree.GetText().WithChanges(writer.Changes).ToString();
    }

    private static OfferedEdit At(SyntaxTree tree, TextSpan place, EditKind kind, string? argument, string text) =>
        new(kind, Location.Create(tree, place), SyntaxPath.Of(tree.GetRoot(), place), argument, text);

    // A namespace of this name stands for the library, so that the layers have their short names.
    private static (SyntaxTree Tree, SemanticModel Model) Parse(string source)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source);
        SyntaxTree library = CSharpSyntaxTree.ParseText("global using CnnGen; namespace CnnGen { class NewAttribute : System.Attribute; }");
        return (tree, CSharpCompilation.Create("Models", [tree, library]).GetSemanticModel(tree));
    }
}
