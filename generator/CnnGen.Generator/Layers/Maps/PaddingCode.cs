using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Maps;

/// <summary>Zeros around a map, in TorchSharp.</summary>
internal static class PaddingCode
{
    /// <summary>Whether PyTorch's modules can pad so: both ends of an axis alike.</summary>
    public static bool IsModules(IEnumerable<Edges> edges) => edges.All(static edge => edge.IsEven);

    /// <summary>Adds pixels at the ends of the axes, or, with negative numbers, takes them away.</summary>
    public static void Pad(ForwardCode code, string label, IEnumerable<Edges> edges)
    {
        // The order is PyTorch's: left, right, top, bottom.
        long[] sides = edges.Reverse().SelectMany(static edge => new[] { edge.Before, edge.After }).ToArray();
        code.Next(label, $"{Torch.Functional}.pad({code.Value}, {Literals.Longs(sides)})");
    }

    /// <summary>Where the zeros go that a module cannot add.</summary>
    public static string Comment(MapAxes axes, IReadOnlyList<Window> windows, IReadOnlyList<Edges> edges)
    {
        if (windows[0].Pad == Language.Pad.Causal)
        {
            return "'causal': all zeros go in front";
        }

        List<MapAxis> odd = Enumerable.Range(0, axes.Count).Where(axis => !edges[axis].IsEven).Select(axis => axes[axis]).ToList();
        return $"'same': the odd {Words.AllOf(odd.Select(static axis => axis.Line))} of zeros {(odd.Count == 1 ? "goes" : "go")} to "
            + Words.AllOf(odd.Select(static axis => $"the {axis.After}"));
    }
}
