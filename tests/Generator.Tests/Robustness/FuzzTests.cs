using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit.Abstractions;

namespace CnnGen.Generator.Tests;

/// <summary>Whatever the attributes say, the generator does not throw, and either its output compiles or it says why not.</summary>
[Trait("Checklist", "12")]
public class FuzzTests(ITestOutputHelper output)
{
    /// <summary>The seed of a run that need not find anything new; <c>CNNGEN_FUZZ_SEED</c> takes another one.</summary>
    private const int Seed = 1;

    private const int ProgramsInBatch = 200;

    /// <summary>The analyzers look at one batch in so many.</summary>
    private const int BatchesForAnalyzers = 3;

    /// <summary>So many have every attribute in some program that becomes a model.</summary>
    private const int ProgramsForAll = 10_000;

    private const int CorrectModels = 150;
    private const int ComplaintsShown = 5;

    [Fact]
    public void Random_programs_compile_or_are_refused()
    {
        (int programs, int seed) = (Number("CNNGEN_FUZZ_PROGRAMS", FuzzSize.Programs), Number("CNNGEN_FUZZ_SEED", Seed));
        output.WriteLine($"seed {seed}, {programs} programs");
        int accepted = 0;
        var complaints = new ConcurrentBag<FuzzComplaint>();
        var inModels = new ConcurrentDictionary<string, bool>();
        int batches = (programs + ProgramsInBatch - 1) / ProgramsInBatch;

        Parallel.For(0, batches, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, batch =>
        {
            int first = batch * ProgramsInBatch;
            FuzzProgram[] sources = [.. Enumerable.Range(first, Math.Min(ProgramsInBatch, programs - first)).Select(number => Write(seed, number))];
            FuzzBatch run = Run(batch, sources);
            Interlocked.Add(ref accepted, run.Accepted.Count);
            LanguageAttribute.All.Where(attribute => run.Accepted.Any(attribute.IsIn)).ToList().ForEach(attribute => inModels[attribute.Name] = true);
            Complaints(batch, run, sources).ForEach(complaints.Add);
            if (batch % BatchesForAnalyzers == 0)
            {
                run.AnalyzerComplaints().ToList().ForEach(complaints.Add);
            }
        });

        Shortest(complaints).ShouldBeEmpty($"{complaints.Count} complaints; seed {seed}");
        output.WriteLine($"{accepted} became models");
        accepted.ShouldBeInRange(programs / 10, programs * 9 / 10);
        LanguageAttribute.All.Select(attribute => attribute.Name).Except(inModels.Keys).Where(_ => programs >= ProgramsForAll).ShouldBeEmpty();
    }

    /// <summary>What has errors is read too, while it is being typed.</summary>
    [Fact]
    public void Spoilt_programs_do_no_harm()
    {
        (int programs, int seed) = (Math.Min(Number("CNNGEN_FUZZ_PROGRAMS", FuzzSize.Programs), FuzzSize.SpoiltPrograms), Number("CNNGEN_FUZZ_SEED", Seed));
        output.WriteLine($"seed {seed}, {programs} programs");
        var complaints = new List<FuzzComplaint>();
        for (int first = 0; first < programs; first += ProgramsInBatch)
        {
            FuzzProgram[] sources = [.. Enumerable.Range(first, Math.Min(ProgramsInBatch, programs - first))
                .Select(number => Spoiler.Spoil(ProgramWriter.Write(HashCode(seed, number), number), new Dice(HashCode(seed, number))))];
            FuzzBatch run = Run(first / ProgramsInBatch, sources);
            complaints.AddRange(Complaints(first / ProgramsInBatch, run, sources));
            complaints.AddRange(run.AnalyzerComplaints());
        }

        Shortest(complaints).ShouldBeEmpty($"{complaints.Count} complaints; seed {seed}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Random_models_compile(int seed)
    {
        var models = new RandomModels(new Random(seed));
        FuzzProgram[] programs = [.. Enumerable.Range(0, CorrectModels)
            .Select(number => new FuzzProgram(number, $"using CnnGen;\nnamespace P{number};\n{models.Next()}"))];

        FuzzBatch run = Run(seed, programs);

        Shortest(Complaints(seed, run, programs)).ShouldBeEmpty();
        programs.Except(run.Accepted).Select(program => program.Text).ShouldBeEmpty();
    }

    // One in ten is spoilt, so that what the compiler has errors in is read as well.
    private static FuzzProgram Write(int seed, int number)
    {
        int own = HashCode(seed, number);
        FuzzProgram program = ProgramWriter.Write(own, number);
        return number / ProgramsInBatch % 10 == 9 ? Spoiler.Spoil(program, new Dice(own)) : program;
    }

    private static FuzzBatch Run(int batch, IReadOnlyList<FuzzProgram> programs) => new(
        programs,
        FuzzSize.Languages[batch % FuzzSize.Languages.Count],
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            concurrentBuild: false,
            checkOverflow: batch % 2 == 0,
            nullableContextOptions: batch % 3 == 0 ? NullableContextOptions.Disable : NullableContextOptions.Enable));

    // A crash takes the whole batch along; alone, the culprit crashes again.
    private static List<FuzzComplaint> Complaints(int batch, FuzzBatch run, IReadOnlyList<FuzzProgram> programs) => run.Crashed
        ? [.. programs.SelectMany(program => Run(batch, [program]).Complaints()), .. run.Complaints()]
        : [.. run.Complaints()];

    /// <summary>One complaint of each kind, with the least program that shows it.</summary>
    private static IEnumerable<string> Shortest(IEnumerable<FuzzComplaint> complaints) => complaints
        .GroupBy(complaint => complaint.Kind)
        .Select(group => group.MinBy(complaint => complaint.Program?.Text.Length ?? int.MaxValue)!.ToString())
        .Take(ComplaintsShown);

    // The same on every machine and every run.
    private static int HashCode(int seed, int number) => unchecked((seed * 1_000_003) + (number * 7_919));

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int number) ? number : otherwise;
}
