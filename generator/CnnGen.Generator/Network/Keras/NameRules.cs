using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Network.Building;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network.Keras;

/// <summary>Names of models, inputs and layers: given ones are checked, a missing one of a model is Keras's.</summary>
internal static class NameRules
{
    private const string LayerName = "Name";

    public static string ModelName(NetworkDeclaration declaration, List<Problem> problems)
    {
        AttributeDeclaration model = declaration.Attributes.First(static attribute => attribute.Kind == AttributeKind.Model);
        if (model["name"] is not string name)
        {
            return KerasNames.SnakeCase(declaration.ClassName);
        }

        if (Fault(name) is { } fault)
        {
            Report(problems, new Anchor(model.Index, "name"), name, fault, "Choose another one, or leave it out.");
        }

        return name;
    }

    /// <summary>The names that the author gave inputs and layers, each checked.</summary>
    public static HashSet<string> GivenNames(NetworkDeclaration declaration, List<Problem> problems)
    {
        var given = new HashSet<string>();
        foreach (AttributeDeclaration attribute in declaration.Attributes)
        {
            if (attribute.Kind == AttributeKind.Input)
            {
                CheckName(attribute, "name", attribute["name"] as string, "Choose another one.");
            }
            else if (attribute.IsLayer)
            {
                CheckName(attribute, LayerName, attribute.LayerName, "Choose another one, or leave it out to get Keras's.");
            }
        }

        return given;

        void CheckName(AttributeDeclaration attribute, string argument, string? name, string remedy)
        {
            if (name is null)
            {
                return;
            }

            var anchor = new Anchor(attribute.Index, argument);
            if (LayerFault(name) is { } fault)
            {
                Report(problems, anchor, name, fault, remedy, References(name, declaration));
            }
            else if (!given.Add(name))
            {
                string other = Free(name, declaration);
                problems.Add(new Problem(RuleIds.DuplicateName, anchor, EquatableArray.Of(declaration.ClassName, name))
                {
                    Fixes = EquatableArray.Of(new Fix(
                        $"Rename it to '{other}'", Edit.Set(attribute.Index, argument, Fixes.Literal(other)))),
                });
            }
        }
    }

    /// <summary>Whether a name given inside a block can be used.</summary>
    public static bool CheckInBlock(AttributeDeclaration layer, string name, Scope scope, List<Problem> problems)
    {
        if (LayerFault(name) is { } fault)
        {
            Report(problems, new Anchor(layer.Index), name, fault, "Choose another one in the block.");
            return false;
        }

        if (scope.Find(name) is not null)
        {
            problems.Add(new Problem(RuleIds.DuplicateName, new Anchor(layer.Index), EquatableArray.Of(scope.Owner, name)));
            return false;
        }

        return true;
    }

    private static string Free(string name, NetworkDeclaration declaration)
    {
        var taken = new HashSet<string?>(declaration.Attributes.Select(static attribute => attribute.LayerName ?? attribute["name"] as string));
        return Enumerable.Range(1, taken.Count + 1).Select(number => $"{name}_{Words.Text(number)}").First(other => !taken.Contains(other));
    }

    /// <summary>Why a layer or input cannot have a name; <see langword="null"/> for one that it can have.</summary>
    public static string? LayerFault(string name) =>
        Fault(name) ?? (name.Contains('.') ? "it contains a '.', which separates a layer from its weights" : null);

    private static string? Fault(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return "it is empty";
        }

        int unprintable = PrintableText.FaultIn(name);
        return unprintable < 0
            ? null
            : $"it contains the character U+{((int)name[unprintable]).ToString("X4", CultureInfo.InvariantCulture)}, which cannot be printed";
    }

    private static void Report(
        List<Problem> problems, Anchor anchor, string name, string fault, string remedy, params AttributeDeclaration[] references) =>
        problems.Add(new Problem(RuleIds.BadName, anchor, EquatableArray.Of(name, fault, remedy))
        {
            Fixes = EquatableArray.Of(NameFix(anchor, name, references)),
        });

    private static Fix NameFix(Anchor anchor, string name, AttributeDeclaration[] references)
    {
        string clean = Cleaned(name);
        return string.IsNullOrWhiteSpace(name)
            ? new Fix("Leave the name out", Edit.Unset(anchor.Attribute, anchor.Argument!))
            : new Fix($"Rename it to '{clean}'", references
                .SelectMany(reference => Renamed(reference, name, clean))
                .Prepend(Edit.Set(anchor.Attribute, anchor.Argument!, Fixes.Literal(clean)))
                .ToEquatableArray());
    }

    // Those that take a layer or an input by its name.
    private static AttributeDeclaration[] References(string name, NetworkDeclaration declaration) => declaration.Attributes
        .Where(attribute => Renamed(attribute, name, name).Any())
        .ToArray();

    private static IEnumerable<Edit> Renamed(AttributeDeclaration attribute, string name, string other)
    {
        foreach (string argument in new[] { "From", "layer" })
        {
            if (attribute[argument] as string == name)
            {
                yield return Edit.Set(attribute.Index, argument, Fixes.Literal(other));
            }
        }

        if (attribute["layers"] is EquatableArray<string> layers && layers.Contains(name))
        {
            yield return Edit.Set(
                attribute.Index, "layers", string.Join(", ", layers.Select(layer => Fixes.Literal(layer == name ? other : layer))));
        }
    }

    // With '_' for all that a name cannot have.
    private static string Cleaned(string name)
    {
        string clean = name.Replace('.', '_');
        for (int fault = PrintableText.FaultIn(clean); fault >= 0; fault = PrintableText.FaultIn(clean))
        {
            clean = clean.Remove(fault, 1).Insert(fault, "_");
        }

        return clean;
    }
}
