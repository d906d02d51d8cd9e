namespace CnnGen.Interop;

/// <summary>The network as a class.</summary>
internal static class TwinClass
{
    public static void Write(PythonWriter writer, ModelSummary model, TwinGraph graph, string name)
    {
        writer.Block($"class {name}(nn.Module):", () =>
        {
            writer.Line($"\"\"\"{PythonText.Docstring(Ends(graph))}\"\"\"");
            writer.Line();
            writer.Block("def __init__(self):", () =>
            {
                writer.Line("super().__init__()");
                graph.Modules.Write(writer);
                writer.Lines(Frozen(model.Layers, "").Select(path => $"{graph.Modules.At(path)}.requires_grad_(False)"));
            });
            writer.Line();
            writer.Block($"def forward(self, {string.Join(", ", graph.Inputs)}, logits=False):", () =>
            {
                writer.Line("\"\"\"With logits, the scores before a last softmax or sigmoid.\"\"\"");
                writer.Lines(graph.Forward());
                writer.Line($"return {string.Join(", ", graph.Outputs.Select(output => Given(output, graph.Outputs.Count > 1)))}");
            });
        });
    }

    private static string Ends(TwinGraph graph) =>
        $"N x {string.Join(" and N x ", graph.Graph.Inputs.Select(static input => Sizes(new TwinShape(input.Shape, input.Format))))} in, "
        + $"N x {string.Join(" and N x ", graph.Outputs.Select(static output => Sizes(output.Shape)))} out.";

    private static string Sizes(TwinShape shape) => string.Join(" x ", shape.TensorSizes);

    private static string Given(TwinOutput output, bool isOneOfSeveral)
    {
        if (output.Left is null)
        {
            return output.Variable;
        }

        string given = $"{output.Variable} if logits else {ActivationTwins.Expression(output.Left, output.Variable, output.Shape)}";
        return isOneOfSeveral ? $"({given})" : given;
    }

    // Models that are layers and do not learn.
    private static IEnumerable<string> Frozen(IReadOnlyList<LayerSummary> layers, string path) => layers
        .Where(static layer => layer.Layers.Count > 0 && layer.Parameters > 0)
        .SelectMany(layer => layer.Trainable ? Frozen(layer.Layers, $"{path}{layer.Name}.") : [path + layer.Name]);
}
