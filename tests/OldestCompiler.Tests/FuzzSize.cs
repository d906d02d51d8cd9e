using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Tests;

/// <summary>Little is tried here: most of what goes wrong in a program has nothing to do with the compiler's age.</summary>
internal static class FuzzSize
{
    /// <summary>Programs of one run; <c>CNNGEN_FUZZ_PROGRAMS</c> says otherwise.</summary>
    public const int Programs = 400;

    /// <summary>So many of them are spoilt at most, where all are.</summary>
    public const int SpoiltPrograms = 400;

    public static IReadOnlyList<LanguageVersion> Languages { get; } = [LanguageVersion.CSharp11, LanguageVersion.CSharp12, LanguageVersion.Preview];
}
