using System.Collections.Immutable;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Graph;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Diagnostics;

/// <summary>Problems as Roslyn shows them.</summary>
internal static class Reports
{
    /// <summary>
    /// What is wrong with a model, at its place. The network is built again for it, because a step cannot take the position of
    /// one model together with the problems of the same one; it takes microseconds.
    /// </summary>
    public static ImmutableArray<Diagnostic> Of(ModelReading reading) =>
        ModelBuilder.Build(reading.Declaration).Problems
            .Select(problem => Diagnostic.Create(
                Rules.Of(problem.Id), reading.Positions.Locate(problem.Anchor), problem.Arguments.ToArray<object>()))
            .ToImmutableArray();
}
