using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests;

/// <summary>The framework that these tests run on: the packages of reference assemblies ask for a newer compiler.</summary>
internal static class FrameworkReferences
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}
