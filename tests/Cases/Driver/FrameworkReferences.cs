using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests;

/// <summary>The framework that models are compiled against.</summary>
internal static class FrameworkReferences
{
    public static IReadOnlyList<MetadataReference> All { get; } = [.. Net100.References.All];
}
