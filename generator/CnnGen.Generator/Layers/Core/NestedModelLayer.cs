using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers.Activations;
using CnnGen.Generator.Network;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Core;

/// <summary>A whole model as one layer, with weights of its own.</summary>
/// <param name="Graph">Its network.</param>
/// <param name="Type">Its class as generated code writes it.</param>
internal sealed record NestedModelLayer(ModelGraph Graph, string Type) : Layer
{
    private bool GivesLogits { get; init; }

    public override string ClassName => Graph.IsSequential ? "Sequential" : "Functional";

    public override Layer Read(Arguments arguments) => this;

    public override Shape? Output(Shape input, LayerSite site)
    {
        if (input == Graph.Input)
        {
            return Graph.Output;
        }

        string name = Type.Substring(Type.LastIndexOfAny(['.', ':']) + 1);
        site.Report(RuleIds.NestedInput, null, site.Name, Graph.Input.Text, input.Text, site.Trace, name);
        return null;
    }

    public override long Parameters(Shape input) => Graph.Parameters;

    public override long FrozenParameters(Shape input) => Graph.Parameters - Graph.TrainableParameters;

    public override long MultiplyAdds(Shape input, Shape output) => Graph.MultiplyAdds;

    public override long ActivationBytes(Shape output) => Graph.ActivationBytes;

    // Its softmax is folded into the loss like one of the network's own.
    public override Activation OutputActivation => Graph.Folded;

    public override Layer WithoutActivation => this with { GivesLogits = true };

    public override bool HasAverages => Graph.Nodes.Any(static node => node.Layer.HasAverages);

    public override ReceptiveField Field(ReceptiveField field, Shape input) => field.Whole();

    public override IReadOnlyList<ModuleCode> Modules(string field, Shape input) =>
    [
        new ModuleCode(Type, $"new {Type}()", Graph.Parameters == 0 ? null : $"global::System.Linq.Enumerable.First({field}.parameters()).device", []),
    ];

    // What its layers cost and may be does not change with who trains them.
    public override string? Penalty(WeightNames weights)
    {
        string sum = string.Join(" + ", Own.Select(node => node.Layer.Penalty(weights.Inside(node.Name))).Where(static penalty => penalty is not null));
        return sum.Length == 0 ? null : sum;
    }

    public override IReadOnlyList<string> Constraints(WeightNames weights, Shape input) =>
        Own.SelectMany(node => node.Layer.Constraints(weights.Inside(node.Name), node.Input)).ToList();

    // So does what its layers give, frozen or not.
    public override bool HasActivityPenalty => Graph.Nodes.Any(static node => node.Layer.HasActivityPenalty);

    private IEnumerable<Node> Own => Graph.Nodes.Where(node => IsTrainable && !node.IsShared);

    public override void Forward(ForwardCode code)
    {
        if (code.Penalties is null || !HasActivityPenalty)
        {
            code.Next("given", $"{code.Field}.{(GivesLogits ? "Logits" : "call")}({code.Value})");
            return;
        }

        code.Next("scores", $"{code.Field}.Logits({code.Value}, {code.Penalties})");
        if (!GivesLogits && Graph.Folded != Activation.Linear)
        {
            code.Next("given", ActivationCode.Apply(Graph.Folded, code.Value, Graph.Output));
        }
    }
}
