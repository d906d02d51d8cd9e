namespace CnnGen.Generator.Tests;

/// <summary>Something wrong with what the generator makes of a program.</summary>
/// <param name="Kind">What complaints of one cause have in common.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Program">The program that shows it, where one can be named.</param>
internal sealed record FuzzComplaint(string Kind, string Text, FuzzProgram? Program)
{
    /// <summary>The complaint and the source to replay it with.</summary>
    public override string ToString() => $"{Text}\n// ---- program {Program?.Number}\n{Program?.Text}";
}
