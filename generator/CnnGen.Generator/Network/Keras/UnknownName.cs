using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Network.Building;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network.Keras;

/// <summary>A reference to what does not stand above.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Step">The attribute that has it.</param>
/// <param name="Argument">The argument that has it.</param>
/// <param name="IsInModel">Whether it is of a layer in a used model.</param>
internal sealed record UnknownName(string Name, AttributeDeclaration Step, string Argument, bool IsInModel)
{
    private bool IsItself => Name == Step.LayerName;

    private bool IsInner => Name.LastIndexOf('.') > 0;

    // The use and the layer in it: "stage2.mid".
    private string Use => Name.Substring(0, Name.LastIndexOf('.'));

    private string Inner => Name.Substring(Name.LastIndexOf('.') + 1);

    /// <param name="scope">The names that can be written.</param>
    /// <param name="given">All names of the model, those of layers below among them.</param>
    /// <param name="problems">Receives it.</param>
    public void Report(Scope scope, ICollection<string> given, List<Problem> problems)
    {
        bool isBelow = scope.Prefix is null && given.Contains(Name);
        string? guess = IsItself || isBelow || IsInModel ? null : Guess(scope.Names);
        var (what, remedy) = isBelow && !IsItself
            ? ($"'{Name}' stands below it", "Move it up: a layer takes what stands above.")
            : Saying(guess, scope.Names);
        problems.Add(new Problem(RuleIds.UnknownName, new Anchor(Step.Index, Argument), EquatableArray.Of($"[{Step.Name}]", what, remedy))
        {
            Fixes = guess is null
                ? EquatableArray<Fix>.Empty
                : EquatableArray.Of(new Fix($"Write \"{guess}\"", Edit.Set(Step.Index, Argument, Fixes.Literal(guess)))),
        });
    }

    // Of a use that is there, its own layers; a layer in a use before one that only sounds alike.
    private string? Guess(IReadOnlyList<string> names)
    {
        List<string> siblings = Siblings(names);
        return siblings.Count > 0
            ? NearestName.Of(Inner, siblings) is { } sibling ? $"{Use}.{sibling}" : null
            : names.FirstOrDefault(name => name.EndsWith($".{Name}", StringComparison.Ordinal))
                ?? NearestName.Of(Name, names.Where(name => name.Contains('.') == IsInner));
    }

    private List<string> Siblings(IReadOnlyList<string> names) => IsInner
        ? names.Where(name => name.StartsWith($"{Use}.", StringComparison.Ordinal)).Select(name => name.Substring(Use.Length + 1)).ToList()
        : [];

    private (string What, string Remedy) Saying(string? guess, IReadOnlyList<string> names)
    {
        if (IsItself)
        {
            return ($"'{Name}' is its own name", "Name a layer above.");
        }

        if (IsInModel)
        {
            return ($"'{Use}' is a model, whose layers are its own", "Make it a [Block], or let it give that layer's output.");
        }

        string absent = $"no layer or input above is named '{Name}'";
        List<string> siblings = Siblings(names);
        return guess is not null ? (absent, $"Did you mean '{guess}'?")
            : siblings.Count > 0 ? (absent, $"In '{Use}' there {(siblings.Count == 1 ? "is" : "are")} {Words.AllOf(siblings.Select(static name => $"'{name}'"))}.")
            : IsInner ? ($"no layer of a block above is named '{Name}'", $"Give the [Use] of the block Name = \"{Use}\", and the layer in it Name = \"{Inner}\".")
            : (absent, "Give the layer that is meant this Name.");
    }
}
