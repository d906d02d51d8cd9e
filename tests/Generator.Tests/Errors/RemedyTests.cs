using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>What a message says to do can be done where it is said, and fixes.</summary>
public partial class RemedyTests
{
    // So many of the messages say in words that a program understands what to write.
    private const int LeastUnderstood = 75;

    public static TheoryData<string> Keys => [.. ErrorCases.All.Keys];

    /// <summary>A number that must be at least 1 is 1, a value that is none of its enum becomes each of those that are named, and so on.</summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public void Following_the_words_mends(string key)
    {
        ErrorCase error = ErrorCases.All[key];

        foreach (string followed in Followed(error))
        {
            ModelCompiler.Generate(followed, error.Options).DidNotCrash().Diagnostics.ShouldBeEmpty(followed);
        }
    }

    [Fact]
    public void Most_words_are_understood() => ErrorCases.All.Values.Count(error => Followed(error).Any()).ShouldBeGreaterThan(LeastUnderstood);

    /// <summary>A name that a remedy refers to stands in the class that is to be mended; in a block that is the block.</summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public void Refers_to_names_that_are_in_scope(string key)
    {
        ErrorCase error = ErrorCases.All[key];
        string message = error.Run().Diagnostics.Single(found => found.Id == error.Id).GetMessage(CultureInfo.InvariantCulture);
        string[] given = [.. Name().Matches(error.Source + message).Select(match => match.Groups[1].Value), "input", "name"];
        bool isInBlock = Marked(error).StartsWith("Use<", StringComparison.Ordinal);

        foreach (Match match in Reference().Matches(message))
        {
            string name = match.Groups[1].Value;
            (given.Contains(name) || (!isInBlock && NumberedName().IsMatch(name))).ShouldBeTrue($"\"{name}\" in: {message}");
        }
    }

    private static IEnumerable<string> Followed(ErrorCase error)
    {
        string message = error.Run().Diagnostics.First(found => found.Id == error.Id).GetMessage(CultureInfo.InvariantCulture);
        string marked = Marked(error);
        if (error.Id is "CNN105")
        {
            // Which losses and metrics there are is one thing, which of them the labels admit another.
            return EnumValue().Matches(message[message.IndexOf("Use ", StringComparison.Ordinal)..])
                .Take(message.StartsWith("Training", StringComparison.Ordinal) ? 1 : int.MaxValue)
                .Select(value => Replaced(error, Assignment().Match(marked).Value + value.Value));
        }

        if (Range().Match(message) is not { Success: true } range || marked.LastIndexOf(range.Groups["is"].Value, StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return [];
        }

        return Numbers(range.Groups["range"].Value)
            .Select(number => Replaced(error, marked[..at] + number + marked[(at + range.Groups["is"].Length)..]));
    }

    private static string Marked(ErrorCase error) =>
        error.Wrong[(error.Wrong.IndexOf("[|", StringComparison.Ordinal) + 2)..error.Wrong.IndexOf("|]", StringComparison.Ordinal)];

    private static IEnumerable<string> Numbers(string range) => range switch
    {
        _ when Bounds().Match(range) is { Success: true } bounds => [bounds.Groups[1].Value, bounds.Groups[2].Value],
        _ when Axes().Match(range) is { Success: true } axes => axes.Groups.Values.Skip(1).Where(group => group.Success).Select(group => group.Value),
        _ when Least().Match(range) is { Success: true } least => [least.Groups[1].Value],
        _ when Above().Match(range) is { Success: true } above => [(double.Parse(above.Groups[1].Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)],
        _ => [],
    };

    private static string Replaced(ErrorCase error, string text) => MarkedText().Replace(error.Wrong, _ => text);

    [GeneratedRegex(@"must be (?<range>.*?),? but is (?<is>\S+)$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^between (-?[\d.]+) and (-?[\d.]+)$")]
    private static partial Regex Bounds();

    [GeneratedRegex(@"^(\d) to (\d), or (-\d) to (-\d) from behind,")]
    private static partial Regex Axes();

    [GeneratedRegex(@"at least (-?[\d.]+\d|\d)\b")]
    private static partial Regex Least();

    [GeneratedRegex(@"^larger than (-?[\d.]+)$")]
    private static partial Regex Above();

    [GeneratedRegex(@"\w+\.\w+")]
    private static partial Regex EnumValue();

    [GeneratedRegex(@"^\w+ = ")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\[\|.*?\|\]", RegexOptions.Singleline)]
    private static partial Regex MarkedText();

    [GeneratedRegex(@"(?:Name = |Input\()""([^""]+)""")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?:From = |[(,] ?)""([^""]+)""")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^[a-z0-9]+(_[a-z]+)*(_\d+)?$")]
    private static partial Regex NumberedName();
}
