using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Models;
using CnnGen.Generator.Network;
using CnnGen.Generator.Network.Keras;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Emission;

/// <summary>What several emitters need to know of one model: its fields, its table, what is left to the loss.</summary>
internal sealed class ModelText
{
    // Members of torch.nn.Module that a field would hide, and a field that is no layer's.
    private static readonly string[] s_taken = { "_", "_to", "_toEpilog", GeneratedMembers.State };

    /// <summary>What collects the parts of the loss that depend on the outputs of layers.</summary>
    public const string PenaltyList = "global::System.Collections.Generic.List<" + Torch.Tensor + ">";

    public ModelText(ModelPlan plan, ModelGraph graph)
    {
        Plan = plan;
        Graph = graph;
        var names = new Names(s_taken);
        var fields = new List<string>();
        var registrations = new HashSet<string>(graph.Nodes.Select(static node => node.Name));
        var modules = new List<RegisteredModule>();
        foreach (Node node in graph.Nodes)
        {
            fields.Add(node.Original is { } original ? fields[original] : names.Next("_" + Identifiers.From(node.Name), Endings(node)));
            modules.AddRange(node.IsShared ? [] : ModulesOf(node, fields[fields.Count - 1], registrations));
        }

        Fields = fields;
        Modules = modules;
        Outputs = OutputText.Of(graph, plan);
        Rows = SummaryRows.Of(graph);
        Table = SummaryEmitter.Table(graph.Name, Rows);
    }

    public ModelPlan Plan { get; }

    public ModelGraph Graph { get; }

    /// <summary>A field for each node; those without weights do not use theirs.</summary>
    public IReadOnlyList<string> Fields { get; }

    public IReadOnlyList<RegisteredModule> Modules { get; }

    /// <summary>What the network gives.</summary>
    public IReadOnlyList<OutputText> Outputs { get; }

    /// <summary>Whether there are scores beside what the network gives: of several outputs only for the sake of training.</summary>
    public bool HasLogits => Outputs.Count == 1 || Plan.Training is not null;

    /// <summary>What a program gets that asks for a prediction.</summary>
    public string Prediction => PredictionText.Type(Outputs.Select(static output => output.Form).ToList());

    /// <summary>Fields of used models that are frozen and whose batch normalizations are to keep their averages.</summary>
    public IReadOnlyList<string> FrozenWithAverages => Graph.Nodes
        .Select((node, i) => node.KeepsAverages ? Fields[i] : null)
        .Where(static name => name is not null)
        .ToList()!;

    /// <summary>What each regularised layer adds to the loss.</summary>
    public IReadOnlyList<string> Penalties => Graph.Nodes
        .Select((node, i) => node.IsShared ? null : node.Layer.Penalty(new WeightNames(Fields[i])))
        .Where(static penalty => penalty is not null)
        .ToList()!;

    /// <summary>Statements that hold weights to what they may be.</summary>
    public IReadOnlyList<string> Constraints => Graph.Nodes
        .SelectMany((node, i) => node.IsShared ? [] : node.Layer.Constraints(new WeightNames(Fields[i]), node.Input))
        .ToList();

    /// <summary>Whether the loss, its own or that of a network which uses it, has parts that depend on the outputs of layers.</summary>
    public bool HasActivityPenalties => HasLogits && Graph.Nodes.Any(static node => node.Layer.HasActivityPenalty);

    /// <summary>The rows of Keras's summary.</summary>
    public IReadOnlyList<SummaryRow> Rows { get; }

    /// <summary>Keras's summary.</summary>
    public string Table { get; }

    /// <summary>Where the weights are.</summary>
    public string Device => Modules.FirstOrDefault(static module => module.Code.Device is not null)?.Code.Device ?? $"{Torch.Root}.CPU";

    // A layer of several modules names their fields after its own.
    private static IReadOnlyCollection<string> Endings(Node node) =>
        node.Layer.Modules("", node.Input).Select(Ending).Append("").Distinct().ToList();

    private static string Ending(ModuleCode module) => module.Part.Length == 0 ? "" : "_" + module.Part;

    // Its modules are registered after it too, but not as another layer is.
    private static IEnumerable<RegisteredModule> ModulesOf(Node node, string field, HashSet<string> registrations)
    {
        foreach (ModuleCode code in node.Layer.Modules(field, node.Input))
        {
            string name = node.Name + Ending(code);
            while (code.Part.Length > 0 && !registrations.Add(name))
            {
                name += "_";
            }

            yield return new RegisteredModule(field + Ending(code), name, code, node.Layer.IsTrainable);
        }
    }
}

/// <summary>A module of the network.</summary>
/// <param name="Field">The field that holds it.</param>
/// <param name="Name">The name that it is registered with, and that its weights are saved under.</param>
/// <param name="Code">How it comes into being.</param>
/// <param name="IsTrainable">Whether its weights change in training.</param>
internal sealed record RegisteredModule(string Field, string Name, ModuleCode Code, bool IsTrainable);
