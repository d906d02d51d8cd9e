namespace CnnGen.Completion;

/// <summary>Something that can be written.</summary>
/// <param name="Text">The code.</param>
/// <param name="Note">What the list shows beside it: <c>→ 26×26×32, 320 parameters</c>.</param>
/// <param name="Fault">Why it does not fit, in full; <see langword="null"/> if it does.</param>
internal sealed record Offer(string Text, string Note, string? Fault = null);
