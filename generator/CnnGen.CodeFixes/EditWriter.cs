using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.CodeFixes;

/// <summary>Turns edits into changes of a file's text.</summary>
internal sealed class EditWriter
{
    private readonly SyntaxNode _root;
    private readonly AttributeLayout _layout;
    private readonly Spelling _spelling;
    private readonly List<TextChange> _changes = new();
    private readonly Dictionary<AttributeSyntax, List<OfferedEdit>> _newArguments = new();
    private readonly HashSet<AttributeArgumentSyntax> _removed = new();
    private readonly HashSet<AttributeSyntax> _removedAttributes = new();
    private readonly List<(AttributeSyntax Attribute, string Shapes)> _shapes = new();
    private readonly SourceText _text;
    private string _taken = "";

    public EditWriter(SyntaxNode root, SourceText text, Spelling spelling)
    {
        _root = root;
        _text = text;
        _layout = new AttributeLayout(text);
        _spelling = spelling;
    }

    public IEnumerable<TextChange> Changes => _changes
        .Concat(_layout.Remove(_removedAttributes))
        .Concat(_removed.GroupBy(static argument => (AttributeArgumentListSyntax)argument.Parent!).SelectMany(RemovedArguments))
        .Concat(_newArguments.SelectMany(pair => NewArguments(pair.Key, pair.Value)))
        .Concat(ShapeLayout.Write(_shapes, _text))
        .OrderBy(static change => change.Span);

    /// <returns>Whether what is to be changed is still there.</returns>
    public bool Write(OfferedEdit edit)
    {
        if (edit.Place.Find(_root) is not { } place)
        {
            return false;
        }

        if (edit.Kind is EditKind.AddModifier or EditKind.RemoveModifier or EditKind.RemoveBaseClass)
        {
            WriteClass(edit, Find<TypeDeclarationSyntax>(place));
        }
        else if (Find<AttributeArgumentSyntax>(place) is { } argument)
        {
            WriteArgument(edit, argument, place.End);
        }
        else if (Find<AttributeSyntax>(place) is { } attribute)
        {
            WriteAttribute(edit, attribute);
        }

        return true;
    }

    /// <summary>The name in front stays; the elements of a list are replaced together.</summary>
    private void WriteArgument(OfferedEdit edit, AttributeArgumentSyntax argument, int end)
    {
        if (edit.Kind == EditKind.RemoveArgument)
        {
            _removed.Add(argument);
            return;
        }

        TextSpan place = TextSpan.FromBounds(argument.Expression.SpanStart, end);
        _changes.Add(new TextChange(place, _spelling.Value(edit.Text, place.Start)));
    }

    private void WriteAttribute(OfferedEdit edit, AttributeSyntax attribute)
    {
        switch (edit.Kind)
        {
            case EditKind.SetArgument:
                Remember(edit, attribute);
                break;
            case EditKind.InsertAbove:
                _changes.Add(_layout.Above(attribute, _spelling.Attribute(edit.Text, attribute.SpanStart)));
                break;
            case EditKind.InsertBelow:
                _changes.Add(_layout.Below(attribute, _spelling.Attribute(edit.Text, attribute.SpanStart)));
                break;
            case EditKind.ReplaceAttribute:
                _changes.Add(new TextChange(attribute.Span, _spelling.Attribute(edit.Text, attribute.SpanStart)));
                break;
            case EditKind.RemoveAttribute:
                _removedAttributes.Add(attribute);
                break;
            case EditKind.TakeAttribute:
                _taken = attribute.ToString();
                _removedAttributes.Add(attribute);
                break;
            case EditKind.PutAbove:
                _changes.Add(_layout.Above(attribute, _taken));
                break;
            case EditKind.WriteShape:
                _shapes.Add((attribute, edit.Text));
                break;
        }
    }

    private void Remember(OfferedEdit edit, AttributeSyntax attribute)
    {
        if (!_newArguments.TryGetValue(attribute, out List<OfferedEdit>? edits))
        {
            _newArguments.Add(attribute, edits = new List<OfferedEdit>());
        }

        edits.Add(edit);
    }

    // Where nothing is left of the old ones, the new ones are written in their place.
    private IEnumerable<TextChange> RemovedArguments(IGrouping<AttributeArgumentListSyntax, AttributeArgumentSyntax> removed) =>
        _newArguments.ContainsKey((AttributeSyntax)removed.Key.Parent!) && removed.Key.Arguments.All(removed.Contains)
            ? []
            : _layout.RemoveArguments(removed.Key, [.. removed]);

    // Parameters of the constructor come before properties.
    private IEnumerable<TextChange> NewArguments(AttributeSyntax attribute, List<OfferedEdit> edits)
    {
        ILookup<bool, string> texts = edits.ToLookup(static edit => IsParameter(edit.Argument!), edit => Text(edit, attribute));
        return AttributeLayout.AddArguments(attribute, texts[true].ToList(), texts[false].ToList(), _removed);
    }

    private string Text(OfferedEdit edit, AttributeSyntax attribute) =>
        edit.Argument + (IsParameter(edit.Argument!) ? ": " : " = ") + _spelling.Value(edit.Text, attribute.SpanStart);

    private static bool IsParameter(string name) => char.IsLower(name[0]);

    private void WriteClass(OfferedEdit edit, TypeDeclarationSyntax? type)
    {
        if (type is null)
        {
            return;
        }

        SyntaxToken modifier = type.Modifiers.FirstOrDefault(token => token.Text == edit.Text);
        bool isThere = modifier.Parent is not null;
        if (edit.Kind == EditKind.AddModifier && !isThere)
        {
            _changes.Add(new TextChange(new TextSpan(type.Keyword.SpanStart, 0), edit.Text + " "));
        }
        else if (edit.Kind == EditKind.RemoveModifier && isThere)
        {
            _changes.Add(new TextChange(TextSpan.FromBounds(modifier.SpanStart, modifier.GetNextToken().SpanStart), ""));
        }
        else if (edit.Kind == EditKind.RemoveBaseClass && type.BaseList is { } list)
        {
            RemoveBase(list, edit.Text);
        }
    }

    private void RemoveBase(BaseListSyntax list, string written)
    {
        if (list.Types.FirstOrDefault(candidate => candidate.Type.ToString() == written) is not { } removed)
        {
            return;
        }

        if (list.Types.Count > 1)
        {
            _changes.AddRange(ListRemoval.Of(_text, list.Types, [removed]));
        }
        else
        {
            _changes.Add(new TextChange(TextSpan.FromBounds(list.GetFirstToken().GetPreviousToken().Span.End, list.Span.End), ""));
        }
    }

    private T? Find<T>(TextSpan place)
        where T : SyntaxNode => _root.FindToken(place.Start).Parent?.FirstAncestorOrSelf<T>();
}
