using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Tests;

/// <summary>How much is tried at random, in the languages that the compiler knows.</summary>
internal static class FuzzSize
{
    /// <summary>Programs of one run; <c>CNNGEN_FUZZ_PROGRAMS</c> says otherwise.</summary>
    public const int Programs = 50_000;

    /// <summary>So many of them are spoilt at most, where all are.</summary>
    public const int SpoiltPrograms = 2_000;

    public static IReadOnlyList<LanguageVersion> Languages { get; } =
        [LanguageVersion.CSharp11, LanguageVersion.CSharp12, LanguageVersion.CSharp13, LanguageVersion.Latest, LanguageVersion.Preview];
}
