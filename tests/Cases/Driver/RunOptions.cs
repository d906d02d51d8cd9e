using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Tests;

/// <summary>The settings of the project that the models are declared in.</summary>
internal sealed record RunOptions
{
    public static RunOptions Default { get; } = new();

    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>The text of an <c>.editorconfig</c> beside the sources.</summary>
    public string EditorConfig { get; init; } = "";

    /// <summary>What <c>NoWarn</c> names.</summary>
    public IReadOnlyList<string> NoWarn { get; init; } = [];

    /// <summary>Whether advice is given too. Most models of tests are not worth it.</summary>
    public bool HasAdvice { get; init; }

    /// <summary>What another generator adds.</summary>
    public string? Added { get; init; }

    public IReadOnlyList<MetadataReference> References { get; init; } = Tests.References.All;

    /// <summary>Whether documentation is parsed, as in a project that writes it.</summary>
    public DocumentationMode Documentation { get; init; } = DocumentationMode.Diagnose;

    public CSharpParseOptions Parse => new(Language, Documentation);
}
