using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Who may know whom among the generator's folders: the pipeline runs one way.</summary>
public sealed partial class RoomTests
{
    private const int MostFiles = 15;

    // From the leaves up. Layers and the network around them know each other: a layer reports where it stands in it.
    private static readonly Dictionary<string, string[]> s_mayKnow = new()
    {
        ["Text"] = [],
        ["Language"] = [],
        ["Problems"] = ["Text"],
        ["Declarations"] = ["Text"],
        ["Shapes"] = ["Text", "Language"],
        ["Reading"] = ["Text", "Language", "Problems", "Declarations"],
        ["Layers"] = ["Text", "Language", "Problems", "Declarations", "Shapes", "Network"],
        ["Network"] = ["Text", "Language", "Problems", "Declarations", "Shapes", "Layers"],
        ["Training"] = ["Text", "Language", "Problems", "Declarations", "Shapes", "Layers", "Network"],
        ["Models"] = ["Text", "Problems", "Declarations", "Network", "Training"],
        ["Emission"] = ["Text", "Language", "Declarations", "Shapes", "Layers", "Network", "Training", "Models"],
        ["Diagnostics"] = ["Text", "Problems", "Reading"],
        ["Analyzers"] =
            ["Text", "Language", "Problems", "Declarations", "Shapes", "Reading", "Layers", "Network", "Training", "Models", "Emission", "Diagnostics"],
    };

    public static TheoryData<string> Rooms => [.. s_mayKnow.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Knows_no_others(string room) => Known(room).Except(s_mayKnow[room]).ShouldBeEmpty();

    /// <summary>What is allowed and not used would allow it unseen one day.</summary>
    [Theory]
    [MemberData(nameof(Rooms))]
    public void Knows_all_that_it_may(string room) => s_mayKnow[room].Except(Known(room)).ShouldBeEmpty();

    [Fact]
    public void Only_layers_and_network_know_each_other() => s_mayKnow
        .SelectMany(room => room.Value.Where(other => s_mayKnow[other].Contains(room.Key)).Select(other => $"{room.Key}, {other}"))
        .ShouldBe(["Layers, Network", "Network, Layers"]);

    [Fact]
    public void Every_folder_is_a_room() => Directory.EnumerateDirectories(Generator()).Select(Path.GetFileName)
        .Where(name => name is not ("bin" or "obj")).ShouldBe(s_mayKnow.Keys, ignoreOrder: true);

    [Fact]
    public void No_folder_is_crowded() => s_mayKnow.Keys
        .Select(room => Path.Combine(Generator(), room))
        .SelectMany(room => Directory.EnumerateDirectories(room, "*", SearchOption.AllDirectories).Append(room))
        .Where(folder => Directory.EnumerateFiles(folder, "*.cs").Count() > MostFiles)
        .ShouldBeEmpty();

    private static IEnumerable<string> Known(string room) => Directory
        .EnumerateFiles(Path.Combine(Generator(), room), "*.cs", SearchOption.AllDirectories)
        .SelectMany(file => Import().Matches(File.ReadAllText(file)))
        .Select(match => match.Groups["room"].Value)
        .Where(other => other != room)
        .Distinct();

    private static string Generator([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(file, "../../../generator/CnnGen.Generator"));

    [GeneratedRegex(@"^using (static )?CnnGen\.Generator\.(?<room>\w+)", RegexOptions.Multiline)]
    private static partial Regex Import();
}
