using Xunit;

namespace CnnGen.Fixtures;

/// <summary>A test over one corpus; it is reported as skipped where the corpus is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute(string corpus)
    {
        if (FixtureFolder.Find(corpus) is null)
        {
            Skip = $"{corpus} is not in {FixtureFolder.Default ?? "a folder of fixtures"}; {FixtureFolder.Variable} names the folder.";
        }
    }
}
