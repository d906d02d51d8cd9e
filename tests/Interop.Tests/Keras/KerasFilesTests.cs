using CnnGen.Fixtures;
using Xunit.Abstractions;

namespace CnnGen.Interop.Tests.Keras;

/// <summary>Models that real Keras saved: declared, compiled together, loaded, run beside Keras's outputs, saved and read back.</summary>
[Collection(nameof(RunsModels))]
[Trait("Category", "Running")]
public class KerasFilesTests(ITestOutputHelper output)
{
    [CorpusFact(KerasFileSet.Archive)]
    public void All_models_give_Kerass_outputs()
    {
        using var files = new KerasFileSet(FixtureFolder.Default!);

        CorpusReport report = KerasFileComparison.Compare(files);

        output.WriteLine(report.ToString());
        report.Differences.Select(static outcome => $"{outcome.Id}: {outcome.Reason}").ShouldBeEmpty();
        report.Count(Verdict.Agrees).ShouldBeGreaterThan(9 * report.Count(Verdict.NotOffered));
    }
}
