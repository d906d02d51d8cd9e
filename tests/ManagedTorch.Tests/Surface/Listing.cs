namespace CnnGen.ManagedTorch.Tests.Surface;

/// <summary>The listing of TorchSharp 0.106: a line <c>T kind name : bases</c> for each type, and below it an indented line for each member.</summary>
internal static class Listing
{
    public const string Variable = "CNNGEN_TORCHSHARP_API";

    private const string FileName = "torchsharp-0.106-api.txt";

    private static readonly string[] Kinds = ["static class", "abstract class", "sealed class", "class", "interface", "struct", "enum"];

    /// <summary>The file; null if it is not there.</summary>
    public static string? Path { get; } = Find();

    public static IReadOnlyDictionary<string, ListedType> Read(string path)
    {
        var types = new Dictionary<string, ListedType>(StringComparer.Ordinal);
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("T ", StringComparison.Ordinal))
            {
                members = new HashSet<string>(StringComparer.Ordinal);
                var type = Head(line[2..], members);
                types[type.Name] = type;
            }
            else if (line.Length > 0)
            {
                members.Add(line.Trim());
            }
        }

        return types;
    }

    private static ListedType Head(string line, IReadOnlySet<string> members)
    {
        var kind = Kinds.First(candidate => line.StartsWith(candidate + " ", StringComparison.Ordinal));
        var parts = line[(kind.Length + 1)..].Split(" : ", 2);
        return new ListedType(parts[0], kind, parts.Length > 1 ? [.. Separate(parts[1])] : [], members);
    }

    // Commas within <> and () belong to a name.
    private static IEnumerable<string> Separate(string list)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < list.Length; i++)
        {
            if (list[i] is '<' or '(') depth++;
            else if (list[i] is '>' or ')') depth--;
            else if (list[i] == ',' && depth == 0)
            {
                yield return list[start..i];
                start = i + 2;
            }
        }

        yield return list[start..];
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen) return File.Exists(chosen) ? chosen : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(folder.FullName, "CnnGen.sln"))) continue;
            var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder.FullName, "..", "shared", "reference", FileName));
            return File.Exists(path) ? path : null;
        }

        return null;
    }
}
