using System.Globalization;
using System.Runtime.CompilerServices;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>
/// What a good incremental generator does, as a list of numbered lines; each test says by a trait which line it is for:
/// <code>
///  1–9   an edit costs what it changes; the model is equatable and holds plain values    Incremental/
/// 10–11  suppression, the place of the squiggle                                          Errors/
/// 12–18  crashes, file names, clashes, determinism, headers, strict projects, names      Robustness/, OldestCompiler.Tests, Package.Tests
/// 19     cancellation                                                                    Incremental/
/// 20–21  the generator's own rules, the rules' lists and pages                           Robustness/, Errors/
/// 22     code fixes                                                                      CodeFixes.Tests
/// 23–24  the package, generated files on disk                                            Package.Tests
/// 25–26  memory, the cost of an edit                                                     Incremental/
/// </code>
/// <c>dotnet test --filter Checklist=13</c> runs those of one line.
/// </summary>
public class ChecklistTests
{
    private const int Lines = 26;

    private static readonly Lazy<string[]> s_sources = new(() => [.. Sources().Select(File.ReadAllText)]);

    public static TheoryData<int> All => [.. Enumerable.Range(1, Lines)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_line_has_a_test(int line)
    {
        string trait = $"[Trait(\"Checklist\", \"{line.ToString(CultureInfo.InvariantCulture)}\")]";

        s_sources.Value.ShouldContain(text => text.Contains(trait));
    }

    private static IEnumerable<string> Sources([CallerFilePath] string file = "") => Directory
        .EnumerateFiles(Path.GetFullPath(Path.Combine(file, "../..")), "*Tests.cs", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(path) != Path.GetFileName(file));
}
