using CnnGen.Fixtures;

namespace CnnGen.Tests;

/// <summary>The real digits, which live beside the repository.</summary>
internal static class RealDigits
{
    /// <summary>Their folder, where they are at hand.</summary>
    public static string? Folder { get; } = FixtureFolder.Beside("mnist");
}
