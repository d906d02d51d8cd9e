namespace CnnGen.Fixtures;

/// <summary>What became of one model.</summary>
/// <param name="Id">The model.</param>
/// <param name="Verdict">Whether the language agrees with Keras.</param>
/// <param name="Reason">Where they differ, or what the language does not offer; empty where they agree.</param>
public sealed record Outcome(string Id, Verdict Verdict, string Reason);

/// <summary>Whether the language agrees with Keras.</summary>
public enum Verdict
{
    /// <summary>It does.</summary>
    Agrees,

    /// <summary>It does not.</summary>
    Differs,

    /// <summary>The language lacks a layer or an argument of the model.</summary>
    NotOffered,
}
