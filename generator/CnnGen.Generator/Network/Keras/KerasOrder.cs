using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnGen.Generator.Network.Keras;

/// <summary>
/// The order in which Keras lists the layers of a functional model, which is not the order of their declaration:
/// <c>_map_graph_network</c> of Keras 2 and <c>map_graph</c> of Keras 3. A layer's depth is the longest way from it to an
/// output; deeper layers come first, and layers of one depth in the order in which a walk from the outputs, each node's inputs in
/// turn, first meets them.
/// </summary>
/// <remarks>Knows indices only. A node is one call of a layer; a node that reads nothing is an input of the model.</remarks>
internal sealed class KerasOrder
{
    private readonly IReadOnlyList<IReadOnlyList<int>> _inputs;
    private readonly IReadOnlyList<int> _layerOf;
    private readonly bool[] _met;
    private readonly List<int> _finished = new();
    private readonly Dictionary<int, int> _rank = new();

    private KerasOrder(IReadOnlyList<IReadOnlyList<int>> inputs, IReadOnlyList<int> layerOf)
    {
        _inputs = inputs;
        _layerOf = layerOf;
        _met = new bool[inputs.Count];
    }

    /// <summary>Sorts a network.</summary>
    /// <param name="inputs">For each node the nodes that it reads, in order. The nodes form no circle.</param>
    /// <param name="outputs">The nodes that the model gives, in order.</param>
    /// <param name="layerOf">For each node its layer, where layers are shared; left out, each node is a layer of its own.</param>
    public static KerasRows Sort(
        IReadOnlyList<IReadOnlyList<int>> inputs, IReadOnlyList<int> outputs, IReadOnlyList<int>? layerOf = null)
    {
        var order = new KerasOrder(inputs, layerOf ?? Enumerable.Range(0, inputs.Count).ToArray());
        foreach (int output in outputs)
        {
            order.Walk(output);
        }

        return order.Rows();
    }

    // Depth first with a stack of our own: a chain may be longer than the thread's stack allows.
    private void Walk(int output)
    {
        var open = new Stack<(int Node, int Next)>();
        Enter(open, output);
        while (open.Count > 0)
        {
            (int node, int next) = open.Pop();
            if (next == _inputs[node].Count)
            {
                _finished.Add(node);
            }
            else
            {
                open.Push((node, next + 1));
                Enter(open, _inputs[node][next]);
            }
        }
    }

    private void Enter(Stack<(int Node, int Next)> open, int node)
    {
        if (_met[node])
        {
            return;
        }

        _met[node] = true;
        if (!_rank.ContainsKey(_layerOf[node]))
        {
            _rank.Add(_layerOf[node], _rank.Count);
        }

        open.Push((node, 0));
    }

    private KerasRows Rows()
    {
        Dictionary<int, int> depths = Depths();
        var dropped = new List<int>();
        for (int node = 0; node < _inputs.Count; node++)
        {
            if (_met[node])
            {
                continue;
            }

            if (_inputs[node].Count == 0)
            {
                // An input that no output needs stays in the model, before all else of depth 0.
                depths[_layerOf[node]] = 0;
                _rank[_layerOf[node]] = -1;
            }
            else
            {
                dropped.Add(node);
            }
        }

        int[] layers = depths.Keys
            .OrderByDescending(layer => depths[layer]).ThenBy(layer => _rank[layer]).ThenBy(static layer => layer).ToArray();
        return new KerasRows(layers, dropped);
    }

    // A node is finished after all that it reads, so that backwards each one's readers come before it.
    private Dictionary<int, int> Depths()
    {
        var depthOf = new int[_inputs.Count];
        var depths = new Dictionary<int, int>();
        for (int i = _finished.Count - 1; i >= 0; i--)
        {
            int node = _finished[i];
            depths.TryGetValue(_layerOf[node], out int depth);
            depth = Math.Max(depth, depthOf[node]);
            depths[_layerOf[node]] = depthOf[node] = depth;
            foreach (int source in _inputs[node])
            {
                depthOf[source] = Math.Max(depthOf[source], depth + 1);
            }
        }

        return depths;
    }
}
