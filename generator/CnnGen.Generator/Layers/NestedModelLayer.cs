using System.Collections.Generic;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>A whole model as one layer, with weights of its own.</summary>
/// <param name="Graph">Its network.</param>
/// <param name="Type">Its class as generated code writes it.</param>
internal sealed record NestedModelLayer(ModelGraph Graph, string Type) : Layer
{
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

    public override ReceptiveField Field(ReceptiveField field, Shape input) => field.Whole();

    public override IReadOnlyList<ModuleCode> Modules(string field, Shape input) =>
    [
        new ModuleCode(Type, $"new {Type}()", Graph.Parameters == 0 ? null : $"global::System.Linq.Enumerable.First({field}.parameters()).device", []),
    ];

    public override void Forward(ForwardCode code) => code.Next("given", $"{code.Field}.call({code.Value})");
}
