using Xunit;

namespace CnnGen.Fixtures;

/// <summary>A test over one corpus, or one file of the fixtures; it is reported as skipped where that is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute(string corpus) => Skip = FixtureFolder.WhyNot(corpus);
}
