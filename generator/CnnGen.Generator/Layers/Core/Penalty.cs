using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Core;

/// <summary>What a tensor's absolute values and its squares cost: Keras's regularizer <c>L1L2</c>.</summary>
internal readonly record struct Penalty(double L1, double L2)
{
    public static Penalty Read(Arguments arguments, string l1, string l2) =>
        new(arguments.Real(l1, 0, Range.AtLeast(0)), arguments.Real(l2, 0, Range.AtLeast(0)));

    /// <summary>An expression for it; <see langword="null"/> where it is nothing.</summary>
    public string? Of(params string[] tensors)
    {
        string sum = string.Join(" + ", tensors.SelectMany(Terms));
        return sum.Length == 0 ? null : sum;
    }

    private IEnumerable<string> Terms(string tensor)
    {
        if (L1 > 0)
        {
            yield return $"{tensor}.abs().sum().mul({Literals.Double(L1)})";
        }

        if (L2 > 0)
        {
            yield return $"{tensor}.square().sum().mul({Literals.Double(L2)})";
        }
    }
}
