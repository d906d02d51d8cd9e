using System.Collections.Generic;
using System.Linq;

namespace CnnGen.Generator.Graph;

/// <summary>How a shape came about: <c>28×28×1 → conv2d 13×13×32 → conv2d_1 4×4×32</c>.</summary>
internal static class Trace
{
    private const int Shown = 8;

    /// <param name="input">What the chain begins with.</param>
    /// <param name="nodes">The layers up to here; those that keep the shape are left out.</param>
    /// <param name="format">The order of the dimensions.</param>
    public static string Of(Shape input, IEnumerable<Node> nodes, DataFormat format)
    {
        List<string> steps = nodes
            .Where(static node => node.Output != node.Input)
            .Select(node => $"{node.Name} {node.Output.Text(format)}")
            .ToList();
        if (steps.Count == 0)
        {
            return "the input";
        }

        if (steps.Count > Shown)
        {
            steps.RemoveRange(1, steps.Count - Shown);
            steps.Insert(1, "…");
        }

        return string.Join(" → ", steps.Prepend(input.Text(format)));
    }
}
