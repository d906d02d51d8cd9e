using System.Reflection;

namespace CnnGen.Package.Tests;

/// <summary>The build that these tests belong to.</summary>
internal static class Build
{
    public static string Repository { get; } = Metadata("Repository")!;

    public static string Configuration { get; } = typeof(Build).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>The value of <c>--artifacts-path</c>; <see langword="null"/> where the build had none.</summary>
    public static string? ArtifactsPath { get; } = Metadata("ArtifactsPath");

    /// <summary>The address of the rules' pages; <see langword="null"/> where they are not published.</summary>
    public static string? RulePages { get; } = Metadata("RulePages");

    private static string? Metadata(string key) => typeof(Build).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value is { Length: > 0 } value ? value : null;
}
