using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Layers.Activations;
using CnnGen.Generator.Layers.Augmentation;
using CnnGen.Generator.Layers.Core;
using CnnGen.Generator.Layers.Regularization;
using CnnGen.Generator.Layers.Reshaping;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network;

/// <summary>
/// Settles in which order a Flatten gives the values of a map. PyTorch's tensors have the channels first, Keras's maps have them last; a
/// dense layer learns either order, so it gets PyTorch's, which needs no copy and is what weights of PyTorch expect. Whatever else sees the
/// values, an output, a merge, another shape, gets them as they are written.
/// </summary>
internal static class FlattenOrder
{
    public static ModelGraph Settle(ModelGraph graph)
    {
        Node[] nodes = graph.Nodes.ToArray();
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Layer is FlattenLayer flatten && HasOrder(nodes[i].Input))
            {
                List<int>? readers = IsShared(graph, i) ? null : DenseReaders(graph, graph.Inputs.Count + i);
                nodes[i] = nodes[i] with { Layer = flatten with { IsWritten = readers is null } };
                foreach (int reader in readers ?? [])
                {
                    Shape map = nodes[i].Input;
                    nodes[reader] = nodes[reader] with
                    {
                        Layer = (DenseLayer)nodes[reader].Layer with { Flattened = map.Spatial.Append(map.Channels).ToEquatableArray() },
                    };
                }
            }
        }

        return graph with { Nodes = nodes.ToEquatableArray() };
    }

    private static bool HasOrder(Shape map) => !map.IsVector && map.Channels > 1 && map.Channels < map.Count;

    private static bool IsShared(ModelGraph graph, int node) => graph.Nodes[node].IsShared || graph.Nodes.Any(other => other.Original == node);

    // The dense layers that a value goes to; null if it goes elsewhere too.
    private static List<int>? DenseReaders(ModelGraph graph, int value)
    {
        if (graph.Outputs.Contains(value))
        {
            return null;
        }

        var found = new List<int>();
        for (int i = 0; i < graph.Nodes.Count; i++)
        {
            Node node = graph.Nodes[i];
            if (!node.Inputs.Contains(value))
            {
                continue;
            }

            if (node.Layer is DenseLayer && !IsShared(graph, i))
            {
                found.Add(i);
            }
            else if (KeepsOrder(node.Layer) && DenseReaders(graph, graph.Inputs.Count + i) is { } further)
            {
                found.AddRange(further);
            }
            else
            {
                return null;
            }
        }

        return found;
    }

    // Layers that treat all values alike.
    private static bool KeepsOrder(Layer layer) => layer is ElementwiseLayer or NoiseLayer or RescalingLayer or ActivityRegularizationLayer;
}
