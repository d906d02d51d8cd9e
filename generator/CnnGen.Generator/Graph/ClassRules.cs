using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Graph;

/// <summary>Which classes can become a model, and in which projects.</summary>
internal static class ClassRules
{
    public static void Check(ModelDeclaration declaration, List<Problem> problems)
    {
        ClassDeclaration type = declaration.Class;
        foreach (OuterType outer in type.Outers.Where(static outer => !outer.IsPartial))
        {
            Report(
                RuleIds.OuterNotPartial, [new Mend($"Make '{outer.Name}' partial", Edit.AddModifierToOuter("partial", outer.Name))],
                type.Name, outer.Name);
        }

        if (type.Oddity is { } oddity)
        {
            Report(RuleIds.WrongKindOfClass, OddityMends(type, oddity), type.Name, oddity);
        }

        if (type.BaseClass is { } baseClass)
        {
            Report(RuleIds.OtherBaseClass, [new Mend($"Remove '{baseClass}'", Edit.RemoveBaseClass())], type.Name, baseClass);
        }

        if (!type.IsPartial)
        {
            Report(RuleIds.NotPartial, [new Mend($"Write 'partial class {type.Name}'", Edit.AddModifier("partial"))], type.Name);
        }

        CheckProject(declaration.Project, type.Name);

        void Report(string id, IEnumerable<Mend> mends, params string[] values) =>
            problems.Add(new Problem(id, Anchor.Class, values.ToEquatableArray()) { Mends = mends.ToEquatableArray() });

        void CheckProject(ProjectFacts project, string name)
        {
            if (project.OldLanguageVersion is { } version)
            {
                Report(RuleIds.LanguageVersion, [], name, version);
            }

            if (project.MissingRuntimeType is { } missing)
            {
                Report(RuleIds.OtherRuntime, [], name, missing);
            }

            if (!project.HasTorch)
            {
                Report(RuleIds.NoTorch, [], name);
            }
        }
    }

    // A record is one by its keyword, and may be used as one; a nested class is as visible as the outer one.
    private static IEnumerable<Mend> OddityMends(ClassDeclaration type, string oddity)
    {
        string? modifier = oddity switch
        {
            "static" or "abstract" => oddity,
            "visible in its own file only" when type.Outers.Count == 0 => "file",
            _ => null,
        };
        return modifier is null ? [] : [new Mend($"Remove '{modifier}'", Edit.RemoveModifier(modifier))];
    }

    /// <summary>Members of the class that stand where the generated ones belong.</summary>
    public static void CheckMembers(ModelDeclaration declaration, GraphBuilder graph, List<Problem> problems)
    {
        ClassDeclaration type = declaration.Class;
        foreach (string member in Clashes(type))
        {
            Report(member switch
            {
                GeneratedNames.Constructor => "a constructor without parameters",
                _ when member == type.Name => $"the name of the member '{member}'",
                _ => $"'{member}'",
            }, member switch
            {
                GeneratedNames.Constructor => "Remove it, or give it parameters and let it call this().",
                _ when member == type.Name => "Rename the class.",
                _ => "Rename it.",
            });
        }

        foreach ((Node node, string field) in graph.Nodes.SelectMany(static node => FieldsOf(node).Select(field => (node, field))))
        {
            if (!type.Members.Contains(field))
            {
                continue;
            }

            Report($"'{field}'", $"It is the field of {node.Name}. Rename it.");
        }

        void Report(string what, string remedy) =>
            problems.Add(new Problem(RuleIds.MemberClash, Anchor.Class, EquatableArray.Of(type.Name, what, remedy)));
    }

    public static IEnumerable<string> Clashes(ClassDeclaration type) => type.Members
        .Where(static member => member == GeneratedNames.Constructor || GeneratedNames.IsTaken(member))
        .Concat(GeneratedNames.IsTaken(type.Name) ? new[] { type.Name } : new string[0]);

    // A layer of several modules has a field for each.
    private static IEnumerable<string> FieldsOf(Node node)
    {
        string field = GeneratedNames.FieldPrefix + Identifiers.From(node.Name);
        return node.Layer.Modules(field, node.Input)
            .Select(module => module.Part.Length == 0 ? field : $"{field}_{module.Part}")
            .Prepend(field)
            .Distinct();
    }
}
