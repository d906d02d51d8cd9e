using CnnGen.Fixtures;
using Shouldly;
using Xunit.Abstractions;

namespace CnnGen.Generator.Tests;

/// <summary>What Keras itself says of models drawn at random. Those that it accepts are also run, forwards and backwards.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class KerasFixtureTests(ITestOutputHelper output)
{
    [CorpusFact("keras_valid")]
    public void Summaries_of_chains_are_Kerass() => Agrees("keras_valid");

    [CorpusFact("keras_graph")]
    public void Summaries_of_graphs_are_Kerass() => Agrees("keras_graph");

    [CorpusFact("keras_invalid")]
    public void The_planted_fault_is_the_one_that_is_reported() => Agrees("keras_invalid");

    private void Agrees(string corpus)
    {
        CorpusReport report = CorpusComparison.Compare(FixtureFolder.Find(corpus)!, runs: true)!;

        output.WriteLine(report.ToString());
        report.Differences.Select(static outcome => $"{outcome.Id}: {outcome.Reason}").ShouldBeEmpty();
        report.Count(Verdict.Agrees).ShouldBeGreaterThan(report.Outcomes.Count / 2, "most of what Keras draws is offered");
    }
}
