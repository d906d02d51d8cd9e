using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests;

/// <summary>Why each step of a run gave what it gave.</summary>
internal static class Steps
{
    /// <summary>The reasons of a named step, one for each model.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> Reasons(this GeneratorRun run, string step) =>
        [.. Named(run, step).SelectMany(s => s.Outputs).Select(o => o.Reason)];

    /// <summary>The values of a named step, one for each model.</summary>
    public static IReadOnlyList<object> Values(this GeneratorRun run, string step) =>
        [.. Named(run, step).SelectMany(s => s.Outputs).Select(o => o.Value)];

    /// <summary>The reasons of what was written or reported out of a named step: Cached means that the writer was not called.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> OutputReasons(this GeneratorRun run, string step) =>
        [.. Outputs(run).Where(s => s.Inputs.Any(input => input.Source.Name == step)).SelectMany(s => s.Outputs).Select(o => o.Reason)];

    public static IEnumerable<IncrementalGeneratorRunStep> Outputs(GeneratorRun run) => run.Result.TrackedOutputSteps.Values.SelectMany(s => s);

    private static ImmutableArray<IncrementalGeneratorRunStep> Named(GeneratorRun run, string step) => run.Result.TrackedSteps[step];
}
