using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>What a build with a mistake shows, and what is generated nevertheless.</summary>
public partial class ErrorSnapshotTests
{
    // One case for each set of members that a class with a mistake may be left with.
    private static readonly string[] s_stubKeys =
    [
        "CNN007_NoLayers", "CNN011_Property", "CNN014_NoTorch", "CNN018_OneOfTwo", "CNN021_LateConstant", "CNN201_NotImageData",
        "CNN212_InputThatIsNotGiven", "CNN212_OutputWithoutTarget",
    ];

    private static readonly string[] s_predictions =
        ["CnnGen.Prediction", "CnnGen.LabelsPrediction", "CnnGen.ClassMap", "CnnGen.ValueMap", "float[]", "float"];

    /// <summary>One case for each rule.</summary>
    public static TheoryData<string> Keys => [.. ErrorCases.All.Values.DistinctBy(c => c.Id).Select(c => c.Key)];

    public static TheoryData<string> StubKeys => [.. s_stubKeys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Rule(string key) => Snapshot.Verify(ErrorCases.All[key].Run().DidNotCrash().Diagnostics, key);

    [Theory]
    [MemberData(nameof(StubKeys))]
    public void Stub(string key) => Snapshot.Verify(ErrorCases.All[key].Run().File, key);

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_stub_has_one_of_these_sets_of_members(string key)
    {
        IEnumerable<string> shown = s_stubKeys.Select(shownKey => WithoutIds(ErrorCases.All[shownKey].Run().File));

        Stubs(key).Select(WithoutIds).Except(shown).ShouldBeEmpty();
    }

    /// <summary>All messages on one page, to be read as a text.</summary>
    [Fact]
    public void Messages() => Snapshot.Verify(ErrorCases.All.Values.OrderBy(c => c.Key, StringComparer.Ordinal).SelectMany(c => c.Run().Diagnostics));

    private static IEnumerable<string> Stubs(string key) =>
        ErrorCases.All[key].Run().Files.Select(file => file.Text).Where(text => GeneratedFiles.IsStub(CSharpSyntaxTree.ParseText(text)));

    // What differs from network to network: the errors, what is predicted of which outputs, the names of inputs.
    private static string WithoutIds(string text)
    {
        text = Record().Replace(Inputs().Replace(Ids().Replace(text, "CNN"), "input"), "record Predictions");
        foreach (string type in s_predictions)
        {
            text = text.Replace($"Model<{type}>", "Model<P>").Replace($"List<{type}> Predict", "List<P> Predict")
                .Replace($"public {type} Predict", "public P Predict").Replace($"    {type} CnnGen.ICnnModel", "    P CnnGen.ICnnModel");
        }

        return text;
    }

    [GeneratedRegex(@"(?<=ReadOnlyMemory<float> )\w+")]
    private static partial Regex Inputs();

    [GeneratedRegex(@"record Predictions\([^)]*\)")]
    private static partial Regex Record();

    [GeneratedRegex("CNN[0-9]{3}((, | and )CNN[0-9]{3})*")]
    private static partial Regex Ids();
}
