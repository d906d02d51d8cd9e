using System.Globalization;
using System.Text.RegularExpressions;

namespace CnnGen.Package.Tests;

/// <summary>Advice as <c>dotnet build</c> gives it: the wrong code of each rule's page, all in one project.</summary>
[Collection(nameof(Packages))]
public sealed partial class AdviceTests(Packages packages)
{
    private static readonly Dictionary<string, string> s_places = new()
    {
        ["CNN301"] = "Conv2D(32, 3)",
        ["CNN302"] = "Strides = 2",
        ["CNN303"] = "Dense(128, Activation = Activation.ReLU)",
        ["CNN304"] = "Strides = 2",
        ["CNN305"] = "Dense(128)",
        ["CNN306"] = "Activation = Activation.ReLU",
        ["CNN307"] = "Conv2D(32, 3, From = \"stem\", Padding = Pad.Same, Activation = Activation.ReLU)",
        ["CNN308"] = "Strides = 3",
        ["CNN309"] = "3, 32, 32",
        ["CNN310"] = "Add(\"narrow\")",
        ["CNN311"] = "Dense(10)",
        ["CNN312"] = "BatchNormalization",
        ["CNN313"] = "Axis = -1",
        ["CNN314"] = "Flatten",
        ["CNN315"] = "Concatenate(\"fine\", \"coarse\")",
        ["CNN316"] = "mnist.Test",
        ["CNN317"] = "26×26×16",
        ["CNN318"] = "Net",
    };

    /// <summary>Warnings and, where the project asks for them, hints.</summary>
    [Fact]
    public void Every_rule_speaks_once_on_its_words()
    {
        Consumer consumer = Project();
        consumer.Write(".editorconfig", "root = true\n" + string.Concat(
            s_places.Keys.Select(static id => $"[{id}.cs]\ndotnet_diagnostic.{id}.severity = warning\n")));

        (string Id, string Place)[] told = Told(consumer);

        told.ShouldBe(s_places.Select(static place => (place.Key, place.Value)), ignoreOrder: true);
    }

    /// <summary>A build is silent about hints.</summary>
    [Fact]
    public void Only_warnings_are_shown_unasked() => Told(Project()).Select(static told => told.Id)
        .ShouldBe(["CNN305", "CNN306", "CNN307", "CNN308", "CNN309", "CNN310", "CNN311", "CNN313", "CNN315", "CNN316", "CNN317"], ignoreOrder: true);

    [Fact]
    public void Every_page_is_built() => Directory.GetFiles(Path.Combine(Build.Repository, "generator", "rules"), "CNN3*.md")
        .Select(Path.GetFileNameWithoutExtension).ShouldBe(s_places.Keys, ignoreOrder: true);

    private Consumer Project()
    {
        var consumer = new Consumer(packages) { Program = "" };
        foreach (string id in s_places.Keys)
        {
            consumer.Write($"{id}.cs", $"using CnnGen;\n\nnamespace Pages.{id};\n\n{new RulePage(id).Wrong}");
        }

        return consumer;
    }

    private static (string Id, string Place)[] Told(Consumer consumer)
    {
        // The console repeats warnings at the end.
        consumer.Run("build", "-v", "q", "-p:OutputType=Library", "-p:ErrorEndLocation=true", "-flp:LogFile=warnings.log;WarningsOnly").Succeeded();
        return [.. Warning().Matches(consumer.Read("warnings.log")).Select(match => (match.Groups["id"].Value, Place(consumer, match)))];
    }

    // Lines and columns count from one; the last is behind the place.
    private static string Place(Consumer consumer, Match warning)
    {
        string line = consumer.Read(warning.Groups["file"].Value).Split('\n')[Number("line") - 1];
        Number("endLine").ShouldBe(Number("line"), warning.Value);
        return line[(Number("column") - 1)..(Number("endColumn") - 1)];

        int Number(string group) => int.Parse(warning.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?<file>\w+\.cs)\((?<line>\d+),(?<column>\d+),(?<endLine>\d+),(?<endColumn>\d+)\): warning (?<id>\w+):")]
    private static partial Regex Warning();
}
