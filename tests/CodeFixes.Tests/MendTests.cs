using CnnGen.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Shouldly;

namespace CnnGen.CodeFixes.Tests;

/// <summary>Whatever is offered for a mistake mends it.</summary>
[Trait("Checklist", "22")]
public class MendTests
{
    public static TheoryData<string> Keys => [.. ErrorCases.All.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_offer_mends_its_mistake_and_compiles(string key)
    {
        ErrorCase error = ErrorCases.All[key];
        MendedProject project = MendedProject.Of(error.Source, error.Options);
        Diagnostic mistake = project.Run.Diagnostics.Single(diagnostic => diagnostic.Id == error.Id);

        foreach (CodeAction offer in project.Offers(mistake))
        {
            MendedProject mended = project.Take(offer);

            mended.Run.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .ShouldBeEmpty($"{offer.Title}:\n{mended.Text}");
            mended.Run.CompilesHere();
            mended.Text.ShouldNotBe(project.Text);
        }
    }
}
