using System.Runtime.CompilerServices;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>How the pipeline is put together.</summary>
[Trait("Checklist", "8")]
public class PipelineTests
{
    [Theory]
    [InlineData("CreateSyntaxProvider")]
    [InlineData("CompilationProvider")]
    [InlineData("NormalizeWhitespace")]
    [InlineData("SyntaxFactory.")]
    public void The_generator_does_without(string name) => Sources().Where(file => File.ReadAllText(file).Contains(name)).ShouldBeEmpty();

    private static IEnumerable<string> Sources([CallerFilePath] string file = "") => Directory.EnumerateFiles(
        Path.GetFullPath(Path.Combine(file, "../../../../generator/CnnGen.Generator")), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"));
}
