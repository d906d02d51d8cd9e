using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Emission;

/// <summary>What several emitters need to know of one model: its fields, its table, what is left to the loss.</summary>
internal sealed class ModelText
{
    // Members of torch.nn.Module that a field would hide.
    private static readonly string[] s_inherited = { "_", "_to", "_toEpilog" };

    public ModelText(ModelPlan plan, ModelGraph graph)
    {
        Plan = plan;
        Graph = graph;
        var names = new Names(s_inherited);
        Fields = graph.Nodes.Select(node => names.Next("_" + Identifiers.From(node.Name))).ToList();
        Modules = graph.Nodes.Select((node, i) => node.Layer.Module(Fields[i], node.Input)).ToList();
        Table = SummaryEmitter.Table(graph);
    }

    public ModelPlan Plan { get; }

    public ModelGraph Graph { get; }

    /// <summary>A field for each node; those without weights do not use theirs.</summary>
    public IReadOnlyList<string> Fields { get; }

    public IReadOnlyList<ModuleCode?> Modules { get; }

    /// <summary>Keras's summary.</summary>
    public string Table { get; }

    /// <summary>The final softmax or sigmoid, which is folded into the loss; else <see cref="Activation.Linear"/>.</summary>
    public Activation Folded => Graph.Last.Layer.OutputActivation is Activation.Softmax or Activation.Sigmoid
        ? Graph.Last.Layer.OutputActivation
        : Activation.Linear;

    /// <summary>Where the weights are.</summary>
    public string Device => Modules.FirstOrDefault(static module => module is not null)?.Device ?? $"{Torch.Root}.CPU";
}
