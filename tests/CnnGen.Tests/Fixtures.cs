using System.IO.Compression;
using System.Text.Json;

namespace CnnGen.Tests;

/// <summary>Models with Keras's own answer, which live beside the repository.</summary>
internal static class Fixtures
{
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("CNNGEN_FIXTURES") ?? Beside("fixtures");

    /// <summary>The real digits, where they are at hand.</summary>
    public static string? Digits { get; } = Beside("mnist");

    public static IEnumerable<JsonElement> Read(string name)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Folder!, name)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return JsonDocument.Parse(line).RootElement;
        }
    }

    private static string? Beside(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", name);
            if (Directory.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}

/// <summary>A test that needs the fixtures.</summary>
public sealed class FixtureFactAttribute : FactAttribute
{
    public FixtureFactAttribute() => Skip = Directory.Exists(Fixtures.Folder)
        ? null
        : "The fixtures are not there: set CNNGEN_FIXTURES to their folder.";
}

/// <summary>A test that needs the real digits.</summary>
public sealed class DigitsFactAttribute : FactAttribute
{
    public DigitsFactAttribute() => Skip = Fixtures.Digits is null ? "The real digits are not there: ../shared/mnist." : null;
}
