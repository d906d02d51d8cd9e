using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Graph;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Diagnostics;

/// <summary>Problems as Roslyn shows them.</summary>
internal static class Reports
{
    public static EquatableArray<Diagnostic> Of(EquatableArray<Problem> problems, AttributePositions positions) =>
        problems.Select(problem => Of(problem, positions)).ToEquatableArray();

    private static Diagnostic Of(Problem problem, AttributePositions positions)
    {
        var mends = new MendWriter(problem.Mends, positions);
        return Diagnostic.Create(
            Rules.Of(problem.Id), positions.Locate(problem.Anchor), mends.Places, mends.Properties,
            // A message is one line, whatever the author calls a layer.
            problem.Arguments.Select(PrintableText.Of).ToArray<object>());
    }
}
