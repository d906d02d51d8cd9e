using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Graph;

/// <summary>Names of models and layers: given ones are checked, missing ones are Keras's.</summary>
internal static class NameRules
{
    private const string LayerName = "Name";

    public static string ModelName(ModelDeclaration declaration, List<Problem> problems)
    {
        AttributeDeclaration model = declaration.Attributes.First(static attribute => attribute.Kind == AttributeKind.Model);
        if (model["name"] is not string name)
        {
            return KerasNames.SnakeCase(declaration.Class.Name);
        }

        if (Fault(name) is { } fault)
        {
            Report(problems, new Anchor(model.Index, "name"), name, fault, "Choose another one, or leave it out.");
        }

        return name;
    }

    /// <summary>A name for every layer, by the attribute's index.</summary>
    public static Dictionary<int, string> LayerNames(ModelDeclaration declaration, List<Problem> problems)
    {
        List<AttributeDeclaration> layers = declaration.Attributes
            .Where(static attribute => attribute.Kind is AttributeKind.Layer)
            .ToList();
        var given = new HashSet<string>();
        foreach (AttributeDeclaration layer in layers)
        {
            CheckLayerName(layer, declaration.Class.Name, given, problems);
        }

        var names = new KerasNames(given);
        return layers.ToDictionary(
            static layer => layer.Index,
            layer => layer[LayerName] as string ?? names.Next(layer.Name));
    }

    private static void CheckLayerName(
        AttributeDeclaration layer, string model, HashSet<string> given, List<Problem> problems)
    {
        if (layer[LayerName] is not string name)
        {
            return;
        }

        var anchor = new Anchor(layer.Index, LayerName);
        if ((Fault(name) ?? (name.Contains('.') ? "it contains a '.', which separates a layer from its weights" : null)) is { } fault)
        {
            Report(problems, anchor, name, fault, "Choose another one, or leave it out to get Keras's.");
        }
        else if (!given.Add(name))
        {
            problems.Add(new Problem(RuleIds.DuplicateName, anchor, EquatableArray.Of(model, name)));
        }
    }

    private static string? Fault(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return "it is empty";
        }

        for (int i = 0; i < name.Length; i++)
        {
            if (char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]))
            {
                i++;
            }
            else if (!IsPrintable(name[i]))
            {
                return $"it contains the character U+{((int)name[i]).ToString("X4", CultureInfo.InvariantCulture)}, which cannot be printed";
            }
        }

        return null;
    }

    private static bool IsPrintable(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.Format);

    // What cannot be printed is not printed in the message either.
    private static void Report(List<Problem> problems, Anchor anchor, string name, string fault, string remedy)
    {
        string shown = new(name.Select(static c => IsPrintable(c) ? c : '?').ToArray());
        problems.Add(new Problem(RuleIds.BadName, anchor, EquatableArray.Of(shown, fault, remedy)));
    }
}
