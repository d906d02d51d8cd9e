using CnnGen.Benchmarks.Generator;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit.Abstractions;

namespace CnnGen.Generator.Tests;

/// <summary>
/// What an edit of another file costs, counted in bytes allocated, which does not depend on what else the machine does; the
/// benchmark <c>generator</c> measures the time.
/// </summary>
[Trait("Checklist", "26")]
public class EditCostTests(ITestOutputHelper output)
{
    private const int Others = 200;
    private const double MostOverFloor = 3;

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void An_unrelated_edit_costs_at_most_three_times_the_floor(int models)
    {
        (long ours, long floor) = (UnrelatedEdit(new CnnGenerator(), models), UnrelatedEdit(new FloorGenerator(), models));
        output.WriteLine($"{models} models: {ours} bytes, floor {floor}");

        ((double)ours / floor).ShouldBeLessThan(MostOverFloor);
    }

    [Fact]
    public void The_cost_is_linear_in_the_models()
    {
        long few = UnrelatedEdit(new CnnGenerator(), 50), many = UnrelatedEdit(new CnnGenerator(), 200);
        output.WriteLine($"50 models: {few} bytes, 200 models: {many}");

        ((double)many / few).ShouldBeLessThan(4.4);
    }

    private static long UnrelatedEdit(IIncrementalGenerator generator, int models)
    {
        var project = new BenchmarkProject(models, Others);
        GeneratorDriver driver = BenchmarkProject.Driver(generator).RunGenerators(project.Compilation).RunGenerators(project.EditOther(1));
        Compilation edited = project.EditOther(2);
        long before = GC.GetAllocatedBytesForCurrentThread();
        driver.RunGenerators(edited);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
