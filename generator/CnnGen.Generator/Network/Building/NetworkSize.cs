using CnnGen.Generator.Layers.Core;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network.Building;

/// <summary>How large a network has become, and whether one more layer is too much.</summary>
internal sealed class NetworkSize
{
    private const int MostLayers = 10_000;

    private int _layers;
    private long _weights;
    private long _multiplyAdds;

    /// <summary>Whether there are more layers than a network may have.</summary>
    public bool IsFull => _layers > MostLayers;

    /// <summary>Adds a layer.</summary>
    /// <returns>What is too large; <see langword="null"/> for nothing.</returns>
    /// <exception cref="System.OverflowException">A total, in bytes where it is printed so, has no number.</exception>
    public string? Add(Node node)
    {
        // Those of used models count: each of them is a row of the summary.
        _layers += 1 + (node.Layer is NestedModelLayer nested ? nested.Graph.Layers : 0);
        if (IsFull)
        {
            return $"with it there are more than {Words.Text(MostLayers)} layers";
        }

        if (node.Output.Count > int.MaxValue)
        {
            return $"it gives {Words.Text(node.Output.Count)} values for one image";
        }

        _weights = checked(_weights + (node.OwnParameters * sizeof(float)));
        _multiplyAdds = checked(_multiplyAdds + node.MultiplyAdds);
        return null;
    }
}
