using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Network.Keras;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network.Building;

/// <summary>
/// What comes into a block beside what stands above its [Use]: the block's [Input]s, for which the [Use] names layers in the same order.
/// </summary>
internal static class BlockInputs
{
    private const string Layers = "layers";

    /// <summary>The names of the inputs; none of a model, which takes what stands above.</summary>
    public static IReadOnlyList<string> Of(UsedClass used) => Attributes(used).Select(static input => input["name"] as string ?? "").ToList();

    /// <summary>Whether the compiler reports an error in one of them.</summary>
    public static bool AreBroken(UsedClass used) => Attributes(used).Any(static input => input.IsBroken);

    /// <summary>What is wrong with a block's [Input]s themselves.</summary>
    public static (string? What, string Remedy) FaultOf(UsedClass used)
    {
        IReadOnlyList<string> names = Of(used);
        if (Attributes(used).Any(HasShape) || names.Contains(""))
        {
            return ("is a block and has an [Input] with a shape or without a name",
                "A block's shapes come from where it is used: remove the [Input], which leaves what stands above, write [Input(\"name\")] for one more, or write [Model].");
        }

        if (names.FirstOrDefault(static name => name == InputRules.DefaultName || NameRules.LayerFault(name) is not null) is { } bad)
        {
            return ($"has an [Input(\"{bad}\")]: {NameRules.LayerFault(bad) ?? "that is what stands above the use"}", "Choose another name.");
        }

        return names.FirstOrDefault(name => names.Count(other => other == name) > 1) is { } twice
            ? ($"has two inputs named '{twice}'", "Choose another name for one of them.")
            : names.FirstOrDefault(name => !used.Attributes.Any(step => Takes(step, name))) is { } idle
            ? ($"has an input '{idle}' that none of its layers takes", $"Take it there with From = \"{idle}\" or in a merge, or remove its [Input].")
            : (null, "");
    }

    /// <summary>Whether a [Use] names as many layers as there are inputs.</summary>
    /// <returns>What is wrong; <see langword="null"/> for nothing.</returns>
    public static Problem? Check(AttributeDeclaration use, UsedClass used)
    {
        IReadOnlyList<string> inputs = Of(used);
        EquatableArray<string> given = Given(use);
        return given.Count < inputs.Count ? Missing(use, used, inputs, given)
            : given.Count > inputs.Count ? TooMany(use, used, inputs, given)
            : null;
    }

    /// <summary>The layers that a [Use] names.</summary>
    public static EquatableArray<string> Given(AttributeDeclaration use) =>
        use[Layers] is EquatableArray<string> names ? names : EquatableArray<string>.Empty;

    private static Problem Missing(AttributeDeclaration use, UsedClass used, IReadOnlyList<string> inputs, EquatableArray<string> given)
    {
        string written = string.Join(", ", given.Concat(inputs.Skip(given.Count).Select(static _ => "name")).Select(Fixes.Literal));
        return new Problem(RuleIds.BlockArgument, new Anchor(use.Index), EquatableArray.Of(
            $"the input '{inputs[given.Count]}'", $"is taken by '{used.Name}', but this [Use] names no layer for it",
            $"Write [Use<{used.Name}>({written})].")) { IsOfUse = true };
    }

    private static Problem TooMany(AttributeDeclaration use, UsedClass used, IReadOnlyList<string> inputs, EquatableArray<string> given)
    {
        string extra = given[inputs.Count];
        var anchor = new Anchor(use.Index, $"{Layers}[{Words.Text(inputs.Count)}]");
        if (inputs.Count > 0)
        {
            string right = string.Join(", ", given.Take(inputs.Count).Select(Fixes.Literal));
            return new Problem(RuleIds.UnknownName, anchor, EquatableArray.Of(
                "[Use]", $"beside what stands above, '{used.Name}' takes {Words.AllOf(inputs.Select(static name => $"'{name}'"))}; '{extra}' is one too many", "Remove it."))
            {
                Fixes = EquatableArray.Of(new Fix($"Name only {right}", Edit.Set(use.Index, Layers, right))),
            };
        }

        string from = $"From = {Fixes.Literal(extra)}";
        string more = used.Kind == UsedKind.Block ? $", or add [Input(\"name\")] to '{used.Name}' if it is one more" : "";
        return new Problem(RuleIds.UnknownName, anchor, EquatableArray.Of(
            "[Use]", $"'{used.Name}' takes nothing but what stands above, and '{extra}' is one too many", $"Write {from} to give it in place of that{more}."))
        {
            Fixes = use.From is null && given.Count == 1
                ? EquatableArray.Of(new Fix($"Write {from}", Edit.Unset(use.Index, Layers), Edit.Set(use.Index, "From", Fixes.Literal(extra))))
                : EquatableArray<Fix>.Empty,
        };
    }

    private static IEnumerable<AttributeDeclaration> Attributes(UsedClass used) => used.Kind == UsedKind.Block
        ? used.Attributes.Where(static attribute => attribute.Kind == AttributeKind.Input)
        : [];

    private static bool HasShape(AttributeDeclaration input) =>
        input["shape"] is EquatableArray<int> { Count: > 0 } || input["Format"] is not null;

    // What is broken may take it; the compiler reports that.
    private static bool Takes(AttributeDeclaration step, string name) => step.IsStep
        && (step.IsBroken || step.From == name || step["layer"] as string == name || Given(step).Contains(name));
}
