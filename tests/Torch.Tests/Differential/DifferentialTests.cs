using CnnGen.Torch.Tests.Oracle;
using Xunit.Abstractions;
using Xunit.Sdk;
using Any = CnnGen.Torch.Tests.Checking.Any;

namespace CnnGen.Torch.Tests.Differential;

/// <summary>
/// Random cases of every operation and layer, here and in PyTorch: other ones every run. A failing case is made as simple as it
/// can be and printed with what brings it back.
/// </summary>
public class DifferentialTests(ITestOutputHelper output)
{
    private const int FewestCases = 1000;

    public static TheoryData<string> Names => [.. Family.All.Select(family => family.Name)];

    [PyTorchTheory, MemberData(nameof(Names))]
    public void PyTorch_agrees_on_random_cases(string name)
    {
        var family = Family.Named(name);
        IEnumerable<RandomCase> cases = RandomCase.ToReplay is not { } replayed
            ? Enumerable.Range(1, family.Cases).Select(number => RandomCase.Draw(family, number))
            : replayed.Family == family ? [replayed] : [];

        foreach (var trial in cases)
        {
            if (trial.Failure is { } failure)
            {
                var simplest = trial.Simplified(failure.GetType());
                throw new XunitException($"{simplest}\n{simplest.Failure}\nfirst seen as {trial}");
            }
        }

        output.WriteLine($"{name}: {family.Cases} cases, CNNGEN_TEST_SEED={Any.Seed}");
    }

    [Fact]
    public void A_run_draws_a_thousand_cases_and_more() =>
        Family.All.Sum(family => family.Cases).ShouldBeGreaterThanOrEqualTo(FewestCases);
}
