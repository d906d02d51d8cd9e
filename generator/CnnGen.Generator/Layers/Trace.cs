using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Network;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers;

/// <summary>How a shape came about: <c>28×28×1 → conv2d 13×13×32 → conv2d_1 4×4×32</c>.</summary>
internal static class Trace
{
    private const int Shown = 8;

    /// <param name="input">What the chain begins with.</param>
    /// <param name="path">The layers from there; those that keep the shape are left out.</param>
    public static string Of(Shape input, IEnumerable<Node> path)
    {
        List<string> steps = path
            .Where(static node => node.Output != node.Input)
            .Select(static node => $"{node.Name} {node.Output.Text}")
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

        return string.Join(" → ", steps.Prepend(input.Text));
    }
}
