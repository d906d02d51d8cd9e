using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests;

/// <summary>What a project that declares models references: the framework, CnnGen, and the torch that this build was given.</summary>
internal static class References
{
    public static MetadataReference CnnGen { get; } = MetadataReference.CreateFromFile(typeof(ICnnModel).Assembly.Location);

    public static MetadataReference Torch { get; } = MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location);

    public static IReadOnlyList<MetadataReference> All { get; } = [.. Net100.References.All, CnnGen, Torch];
}
