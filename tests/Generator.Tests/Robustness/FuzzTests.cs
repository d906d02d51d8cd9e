using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit.Abstractions;

namespace CnnGen.Generator.Tests;

/// <summary>Whatever the attributes say, the generator does not throw, and either its output compiles or it says why not.</summary>
public class FuzzTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_programs_compile_or_are_refused(int seed)
    {
        var programs = new RandomPrograms(seed);
        int compiled = 0, refused = 0;
        for (int i = 0; i < 100; i++)
        {
            string program = programs.Next();
            GeneratorRun run = ModelCompiler.Generate(program);

            run.Result.Exception.ShouldBeNull(program);
            run.Diagnostics.ShouldAllBe(d => d.Id.StartsWith("CNN"), program);
            if (run.Diagnostics.IsEmpty)
            {
                GeneratorRun.CompilerComplaints(run.Output).ShouldBeEmpty($"seed {seed}, program {i}:\n{program}\n{run.Files.SingleOrDefault().Text}");
                compiled++;
            }
            else
            {
                run.Diagnostics.ShouldContain(d => d.Severity == DiagnosticSeverity.Error, program);
                refused++;
            }
        }

        output.WriteLine($"{compiled} compile, {refused} are refused");
        compiled.ShouldBeGreaterThan(10);
        refused.ShouldBeGreaterThan(10);
    }
}
