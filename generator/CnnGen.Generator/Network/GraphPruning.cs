using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network;

/// <summary>Leaves out the layers that reach no output, as Keras does.</summary>
internal static class GraphPruning
{
    public static ModelGraph Prune(ModelGraph graph)
    {
        bool[] isNeeded = Needed(graph.Inputs.Count, graph.Nodes, graph.Outputs);
        if (isNeeded.All(static needed => needed))
        {
            return graph;
        }

        int[] places = NewPlaces(isNeeded);
        int[] values = Enumerable.Range(0, graph.Inputs.Count)
            .Concat(places.Select(place => graph.Inputs.Count + place))
            .ToArray();
        return graph with
        {
            Nodes = graph.Nodes
                .Where((_, i) => isNeeded[i])
                .Select(node => node with
                {
                    Inputs = node.Inputs.Select(value => values[value]).ToEquatableArray(),
                    Original = node.Original is { } original ? places[original] : null,
                })
                .ToEquatableArray(),
            Outputs = graph.Outputs.Select(value => values[value]).ToEquatableArray(),
        };
    }

    /// <summary>For each node whether an output depends on it, or shares its weights.</summary>
    public static bool[] Needed(int inputs, IReadOnlyList<Node> nodes, IEnumerable<int> outputs)
    {
        var isNeeded = new bool[nodes.Count];
        foreach (int output in outputs)
        {
            Mark(output);
        }

        for (int i = nodes.Count - 1; i >= 0; i--)
        {
            if (isNeeded[i])
            {
                foreach (int value in nodes[i].Inputs)
                {
                    Mark(value);
                }

                if (nodes[i].Original is { } original)
                {
                    isNeeded[original] = true;
                }
            }
        }

        return isNeeded;

        void Mark(int value)
        {
            if (value >= inputs)
            {
                isNeeded[value - inputs] = true;
            }
        }
    }

    private static int[] NewPlaces(bool[] isNeeded)
    {
        var places = new int[isNeeded.Length];
        int next = 0;
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = isNeeded[i] ? next++ : -1;
        }

        return places;
    }
}
