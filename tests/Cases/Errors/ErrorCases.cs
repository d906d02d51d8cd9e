namespace CnnGen.Generator.Tests;

/// <summary>Every mistake that the generator knows.</summary>
internal static class ErrorCases
{
    public static IReadOnlyDictionary<string, ErrorCase> All { get; } =
        new[]
        {
            DeclarationErrors.All, NameErrors.All, ProjectErrors.All, ShapeErrors.All, GraphErrors.All, MergeErrors.All, ArgumentErrors.All,
            WindowErrors.All, ElementwiseErrors.All, DataErrors.All, TrainingErrors.All, MatchingErrors.All,
        }
            .SelectMany(cases => cases)
            .ToDictionary(c => c.Key);

    /// <summary>A model of an image.</summary>
    public static string Image(string layers) => $"[Model]\n[Input(28, 28, 1)]\n{layers}\npublic partial class Cnn;\n";
}
