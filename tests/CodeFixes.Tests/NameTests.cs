using CnnGen.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Shouldly;

namespace CnnGen.CodeFixes.Tests;

/// <summary>
/// Every offer once more, on layers with the most awkward names that they can be given: what is written anew parses, and fixes.
/// </summary>
[Trait("Checklist", "22")]
public class NameTests
{
    // What ends a literal, begins an escape, a comment, a format or an attribute, and letters of one, two and four bytes.
    private const string Awkward = "a\"b\\n\\\"'{0}{{@if//*/,=])ß層𝒳e\u0301 ";

    private static readonly Dictionary<string, ErrorCase> s_cases = ErrorCases.All.Values.Concat(AdviceCases.All.Values)
        // Their mistake is a name.
        .Where(static mistake => mistake.Id is not ("CNN010" or "CNN011"))
        .ToDictionary(static mistake => mistake.Key);

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_offer_mends_whatever_the_layers_are_called(string key)
    {
        ErrorCase mistake = s_cases[key];
        FixedProject project = FixedProject.Of(LayerNames.Give(mistake.Source, Awkward), mistake.Options);
        Diagnostic diagnostic = Found(project, mistake.Id).First();

        foreach (CodeAction offer in project.Offers(diagnostic))
        {
            FixedProject mended = project.Take(offer);

            mended.Run.CompilesHere();
            Found(mended, mistake.Id).Count().ShouldBeLessThan(Found(project, mistake.Id).Count(), $"{offer.Title}:\n{mended.Text}");
        }
    }

    /// <summary>Or the test above would say nothing.</summary>
    [Theory]
    [InlineData("CNN009")]
    [InlineData("CNN111")]
    [InlineData("CNN205")]
    [InlineData("CNN303")]
    [InlineData("CNN306")]
    [InlineData("CNN310")]
    [InlineData("CNN311")]
    public void Names_are_among_what_offers_write(string id) => s_cases.Values
        .Where(mistake => mistake.Id == id)
        .Select(static mistake => FixedProject.Of(LayerNames.Give(mistake.Source, Awkward), mistake.Options))
        .SelectMany(static project => project.Run.Diagnostics)
        .ShouldContain(diagnostic => diagnostic.Id == id
            && diagnostic.Properties.Any(static property => property.Key.EndsWith(".Text") && property.Value!.Contains("a\\\"b\\\\n")));

    private static IEnumerable<Diagnostic> Found(FixedProject project, string id) =>
        project.Run.Diagnostics.Concat(project.Run.Hidden).Where(found => found.Id == id);
}
