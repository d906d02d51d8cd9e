using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests;

/// <summary>Another generator, which adds a file whatever the project holds.</summary>
internal sealed class TextGenerator(string text) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.ParseOptionsProvider, (output, _) => output.AddSource("Added.g.cs", text));
}
