using CnnGen.Generator.Text;

namespace CnnGen.Generator.Problems;

/// <summary>A way to fix a problem, which an editor offers. Whoever reports the problem knows it; the code fix only carries it out.</summary>
/// <param name="Title">What the editor shows, an order: <c>Use Pad.Same</c>.</param>
/// <param name="Edits">What is done to the source, all at once.</param>
internal sealed record Fix(string Title, EquatableArray<Edit> Edits)
{
    public Fix(string title, params Edit[] edits) : this(title, EquatableArray.Of(edits))
    {
    }
}
