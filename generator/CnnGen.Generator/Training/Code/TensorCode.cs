using System.Collections.Generic;

namespace CnnGen.Generator.Training;

/// <summary>C# that computes a tensor.</summary>
/// <param name="Statements">What comes before: local variables.</param>
/// <param name="Value">The expression.</param>
internal sealed record TensorCode(IReadOnlyList<string> Statements, string Value)
{
    public static implicit operator TensorCode(string value) => new([], value);
}
