using System.IO.Compression;
using System.Text.Json;
using System.Runtime.CompilerServices;

namespace CnnGen.Generator.Tests;

/// <summary>Models with Keras's own answer, one JSON object a line.</summary>
internal static class KerasFixture
{
    private const string Variable = "CNNGEN_FIXTURES";

    /// <summary>Where the models lie: what the variable says, else beside the repository.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : Path.GetFullPath(Path.Combine(Repository(), "../shared/fixtures"));

    public static IEnumerable<JsonElement> Read(string name)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(PathOf(name)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    private static string PathOf(string name) => Path.Combine(Folder, name + ".jsonl.gz");

    private static string Repository([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(file, "../../../.."));

    /// <summary>A test over one of the files; it is reported as skipped where the file is not.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FactAttribute : Xunit.FactAttribute
    {
        public FactAttribute(string name)
        {
            if (!File.Exists(PathOf(name)))
            {
                Skip = $"{PathOf(name)} is not there; {Variable} names the folder";
            }
        }
    }
}
