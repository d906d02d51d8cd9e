using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>The tests here would be worth nothing on another compiler.</summary>
[Trait("Checklist", "17")]
public class CompilerTests
{
    /// <summary>The compiler of the first .NET 8 SDK.</summary>
    [Fact]
    public void These_tests_run_on_the_oldest_compiler() =>
        typeof(Compilation).Assembly.GetName().Version!.ToString(2).ShouldBe("4.8");

    [Fact]
    public void The_generator_asks_for_no_newer_one() => typeof(CnnGenerator).Assembly.GetReferencedAssemblies()
        .Where(name => name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
        .ShouldAllBe(name => name.Version <= new Version(4, 8, 0, 0));
}
