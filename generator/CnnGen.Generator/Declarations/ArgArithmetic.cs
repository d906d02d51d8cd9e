namespace CnnGen.Generator.Declarations;

/// <summary>The value of an argument that is computed from <c>Arg</c> constants in a way that a block does not take: <c>Arg.Filters % 8</c>.</summary>
/// <param name="Text">The expression as it is written.</param>
internal sealed record ArgArithmetic(string Text);
