using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Whatever the attributes say, the generator does not throw, and either its output compiles or it says why not.</summary>
public class FuzzTests
{
    private const int Programs = 75;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_programs_compile_or_are_refused(int seed)
    {
        var programs = new RandomPrograms(new Random(seed));
        int refused = 0;
        for (int i = 0; i < Programs; i++)
        {
            string program = programs.Next();
            GeneratorRun run = ModelCompiler.Generate(program);

            run.Result.Exception.ShouldBeNull(program);
            run.Diagnostics.ShouldAllBe(d => d.Id.StartsWith("CNN") && d.Severity == DiagnosticSeverity.Error, program);
            GeneratorRun.CompilerComplaints(run.Output).ShouldBeEmpty($"seed {seed}, program {i}:\n{program}\n{run.Files.SingleOrDefault().Text}");
            refused += run.Diagnostics.IsEmpty ? 0 : 1;
        }

        refused.ShouldBeInRange(1, Programs - 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Random_models_compile(int seed)
    {
        var models = new RandomModels(new Random(seed));
        for (int i = 0; i < Programs; i++)
        {
            string model = models.Next();
            GeneratorRun run = ModelCompiler.Generate(model);

            run.Diagnostics.ShouldBeEmpty(model);
            GeneratorRun.CompilerComplaints(run.Output).ShouldBeEmpty($"seed {seed}, model {i}:\n{model}\n{run.File}");
        }
    }
}
