using System.Linq;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Reading;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Diagnostics;

/// <summary>Problems as Roslyn shows them.</summary>
internal static class Reports
{
    public static EquatableArray<Diagnostic> Of(EquatableArray<Problem> problems, AttributePositions positions) =>
        problems.Select(problem => Of(problem, positions)).ToEquatableArray();

    private static Diagnostic Of(Problem problem, AttributePositions positions)
    {
        var fixes = new FixWriter(problem.Fixes, positions);
        return Diagnostic.Create(
            Rules.Of(problem.Id), positions.Locate(problem.Anchor), fixes.Places, fixes.Properties,
            // A message is one line, whatever the author calls a layer.
            problem.Arguments.Select(PrintableText.Of).ToArray<object>());
    }
}
