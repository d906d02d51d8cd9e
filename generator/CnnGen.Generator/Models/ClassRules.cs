using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Network;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Models;

/// <summary>Which classes can become a model, and in which projects.</summary>
internal static class ClassRules
{
    public static void Check(ModelDeclaration declaration, List<Problem> problems)
    {
        ClassDeclaration type = declaration.Class;
        for (int depth = 0; depth < type.Outers.Count; depth++)
        {
            OuterType outer = type.Outers[depth];
            if (!outer.IsPartial)
            {
                Report(RuleIds.OuterNotPartial, [MakePartial($"Make '{outer.Name}' partial", type, depth)], type.Name, outer.Name);
            }
        }

        if (type.UnsupportedKind is { } oddity)
        {
            Report(RuleIds.WrongKindOfClass, UnsupportedKindFixes(type, oddity), type.Name, oddity);
        }

        if (type.BaseClass is { } baseClass)
        {
            ReportAtPart(RuleIds.OtherBaseClass, RemoveBaseClass(type, baseClass), type.Name, baseClass);
        }

        if (!type.IsPartial)
        {
            ReportAtPart(RuleIds.NotPartial, MakePartial($"Write 'partial class {type.Name}'", type, type.Outers.Count), type.Name);
        }

        CheckProject(declaration.Project, type.Name);

        void Report(string id, IEnumerable<Fix> fixes, params string[] values) => ReportAt(Anchor.Class, id, fixes, values);

        // Of a class of several parts, one alone can be at fault.
        void ReportAtPart(string id, Fix fix, params string[] values) =>
            ReportAt(fix.Edits.Count > 0 ? fix.Edits[0].Anchor : Anchor.Class, id, fix.Edits.Count > 0 ? [fix] : [], values);

        void ReportAt(Anchor anchor, string id, IEnumerable<Fix> fixes, string[] values) =>
            problems.Add(new Problem(id, anchor, values.ToEquatableArray()) { Fixes = fixes.ToEquatableArray() });

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
                var (what, remedy) = project.Torches.Count == 0
                    ? ("no TorchSharp", "Add the package CnnGen.ManagedTorch, or TorchSharp-cpu with libtorch.")
                    : ($"several TorchSharps, of {string.Join(" and ", project.Torches)}", "Keep one of them.");
                Report(RuleIds.NoTorch, [], name, what, remedy);
            }
        }
    }

    private static Fix MakePartial(string title, ClassDeclaration type, int depth) => new(title, Parts(type, depth)
        .Where(static part => !part.Part.IsPartial)
        .Select(static part => Edit.AddModifier(part.Anchor, "partial"))
        .ToEquatableArray());

    // Each part may name it.
    private static Fix RemoveBaseClass(ClassDeclaration type, string name) => new($"Remove '{name}'", Parts(type, type.Outers.Count)
        .Where(static part => part.Part.BaseClass is not null)
        .Select(static part => Edit.RemoveBaseClass(part.Anchor, part.Part.BaseClass!))
        .ToEquatableArray());

    private static IEnumerable<(TypePart Part, Anchor Anchor)> Parts(ClassDeclaration type, int depth) => type.Parts
        .Select(static (part, place) => (part, Anchor.OfPart(place)))
        .Where(part => part.part.Depth == depth);

    // A record is one by its keyword, and may be used as one; a nested class is as visible as the outer one.
    private static IEnumerable<Fix> UnsupportedKindFixes(ClassDeclaration type, string oddity)
    {
        string? modifier = oddity switch
        {
            "static" or "abstract" => oddity,
            "visible in its own file only" when type.Outers.Count == 0 => "file",
            _ => null,
        };
        return modifier is null
            ? []
            : [new Fix($"Remove '{modifier}'", Parts(type, type.Outers.Count).Select(part => Edit.RemoveModifier(part.Anchor, modifier)).ToEquatableArray())];
    }

    /// <summary>Members of the class that are in the way of the generated ones.</summary>
    public static void CheckMembers(ModelDeclaration declaration, CheckedNetwork network, List<Problem> problems)
    {
        ClassDeclaration type = declaration.Class;
        if (GeneratedMembers.IsTaken(type.Name))
        {
            Report(Anchor.Class, $"the name of the member '{type.Name}', which CnnGen generates", "Rename the class.");
        }

        ILookup<string, Node> fields = network.Nodes
            .SelectMany(static node => FieldsOf(node).Select(field => (node, field)))
            .ToLookup(static owned => owned.field, static owned => owned.node);
        for (int i = 0; i < type.Members.Count; i++)
        {
            OwnMember member = type.Members[i];
            if (Clash(member, fields, network.Nodes) is var (what, remedy))
            {
                Report(Anchor.OfMember(i), what, remedy);
            }
        }

        void Report(Anchor anchor, string what, string remedy) =>
            problems.Add(new Problem(RuleIds.MemberClash, anchor, EquatableArray.Of(type.Name, what, remedy)));
    }

    private static (string What, string Remedy)? Clash(OwnMember member, ILookup<string, Node> fields, IEnumerable<Node> nodes) => member switch
    {
        { Kind: OwnMemberKind.Parameterless or OwnMemberKind.ParameterlessWithBase } =>
            ("a constructor without parameters, which CnnGen generates", "Remove it, or give it parameters and let it call this()."),
        { Kind: OwnMemberKind.Primary } => (
            "a primary constructor, which the generated one that creates the layers would have to call",
            $"Write an ordinary constructor in its place: {member.Name}(…) : this()."),
        { Kind: OwnMemberKind.Detached or OwnMemberKind.DetachedWithBase } => (
            "a constructor that goes round the generated one, so that there would be no layers",
            $"Let it call that: {member.Name}(…) : this()."),
        { Kind: OwnMemberKind.Hiding } =>
            ($"a member '{member.Name}' that hides the module's, which generated code calls", "Rename it."),
        { Kind: OwnMemberKind.Keyword } => ($"a type '{member.Name}', a word that generated code uses", "Rename it."),
        { Name: GeneratedMembers.Mode } => nodes.FirstOrDefault(static node => node.KeepsAverages) is { } frozen
            ? ($"a member '{GeneratedMembers.Mode}', which CnnGen generates so that {frozen.Name}, which is frozen, keeps its averages", "Remove it.")
            : null,
        { Name: var name } when fields[name].FirstOrDefault() is { } node =>
            ($"a member '{name}', which CnnGen generates as the field of {node.Name}", "Rename it."),
        { Name: var name } when name[0] == GeneratedMembers.FieldPrefix && !GeneratedMembers.IsTaken(name) => null,
        { Name: var name } => ($"a member '{name}', which CnnGen generates", "Rename it."),
    };

    // A layer of several modules has a field for each.
    private static IEnumerable<string> FieldsOf(Node node)
    {
        string field = GeneratedMembers.FieldPrefix + Identifiers.From(node.Name);
        return node.Layer.Modules(field, node.Input)
            .Select(module => module.Part.Length == 0 ? field : $"{field}_{module.Part}")
            .Prepend(field)
            .Distinct();
    }
}
