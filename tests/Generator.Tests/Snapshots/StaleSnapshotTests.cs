using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>A verified file whose test was renamed or deleted would never be compared again.</summary>
public sealed partial class StaleSnapshotTests
{
    [Fact]
    public void Every_verified_file_belongs_to_a_test()
    {
        HashSet<string> tests = [.. typeof(StaleSnapshotTests).Assembly.GetTypes().SelectMany(Prefixes)];
        IEnumerable<string> files = Directory.EnumerateFiles(ProjectFolder(), "*.verified.*", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(path)!);

        files.Where(file => !tests.Contains(Prefix().Match(file).Value)).ShouldBeEmpty();
    }

    /// <summary>The beginnings of the file names that a class's tests may write.</summary>
    private static IEnumerable<string> Prefixes(Type type)
    {
        foreach (MethodInfo method in type.GetMethods().Where(m => m.GetCustomAttribute<FactAttribute>() is not null))
        {
            yield return $"{type.Name}.{method.Name}";
            foreach (object[] row in method.GetCustomAttributes<Xunit.Sdk.DataAttribute>().SelectMany(data => data.GetData(method)))
            {
                yield return $"{type.Name}.{method.Name}_{row[0]}";
            }
        }
    }

    private static string ProjectFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;

    [GeneratedRegex(@"^[^.]+\.[^.#]+")]
    private static partial Regex Prefix();
}
