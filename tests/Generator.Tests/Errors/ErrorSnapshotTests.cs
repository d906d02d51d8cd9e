namespace CnnGen.Generator.Tests;

/// <summary>What a build with a mistake shows, and what is generated nevertheless.</summary>
public class ErrorSnapshotTests
{
    /// <summary>One case for each rule.</summary>
    public static TheoryData<string> Keys => [.. ErrorCases.All.Values.DistinctBy(c => c.Id).Select(c => c.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Rule(string key) => Snapshot.Verify(ErrorCases.All[key].Run(), key);

    /// <summary>All messages on one page, to be read as a text.</summary>
    [Fact]
    public void Messages() => Snapshot.Verify(ErrorCases.All.Values.OrderBy(c => c.Key, StringComparer.Ordinal).SelectMany(c => c.Run().Diagnostics));
}
