using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>What has been published is meant so: it compiles, counts as its authors count, and is advised about in hints at most.</summary>
public class PublishedNetworkTests
{
    // The networks beside the tests have no documentation.
    private static readonly RunOptions s_options = RunOptions.Default with { HasAdvice = true, NoWarn = ["CS1591"] };

    private static readonly Lazy<CSharpCompilation> s_compiled = new(static () => Generate([.. PublishedNetworks.All.Values]).Output);

    public static TheoryData<string> Files => [.. PublishedNetworks.All.Keys];

    public static TheoryData<string> Names => [.. PublishedNetworks.Parameters.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void Gets_no_warning(string name)
    {
        GeneratorRun run = Generate([PublishedNetworks.All[name]]).CompilesHere();

        run.Files.ShouldNotBeEmpty();
        run.Diagnostics.ShouldAllBe(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Info);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Counts_as_its_authors_count(string name)
    {
        INamedTypeSymbol model = s_compiled.Value.GetTypeByMetadataName($"Published.{name}")!;
        (long all, long? trainable) = PublishedNetworks.Parameters[name];

        Constant("ParameterCount").ShouldBe(all);
        Constant("TrainableParameterCount").ShouldBe(trainable ?? Constant("TrainableParameterCount"));

        long Constant(string member) => (long)((IFieldSymbol)model.GetMembers(member).Single()).ConstantValue!;
    }

    private static GeneratorRun Generate(IReadOnlyList<string> files) => ModelCompiler.GenerateFiles([.. files, "global using CnnGen;"], s_options);
}
