using System.Linq;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Emission;

/// <summary>What is known of a network without running it: the table, its rows, its totals, its shapes.</summary>
internal static class SummaryEmitter
{
    /// <summary>Keras's text.</summary>
    public static string Table(ModelGraph graph) => KerasTable.Print(graph.Name, graph.Nodes.Select(node => new KerasRow(
        node.Name, node.Layer.ClassName, node.Output.Written(graph.Format), node.Parameters, node.TrainableParameters,
        Sources(graph, node).Select(static source => source + "[0][0]").ToList())).ToList());

    public static void Emit(CodeWriter writer, ModelText model)
    {
        ModelGraph graph = model.Graph;
        writer.Line();
        DocumentationEmitter.Summary(writer, "The summary that Keras prints.");
        EmitText(writer, model.Table);
        EmitArchitecture(writer, graph);
        Constant("Weights, trainable or not.", "ParameterCount", graph.Parameters);
        Constant("Weights that training changes.", "TrainableParameterCount", graph.TrainableParameters);
        Constant("Weights that training does not change by the gradient.", "NonTrainableParameterCount", graph.Parameters - graph.TrainableParameters);
        Constant("Multiplications with an addition for one image.", "MultiplyAdds", graph.MultiplyAdds);
        Constant("Memory of all layers' outputs for one image, in bytes of float32.", "ActivationBytes", graph.ActivationBytes);
        EmitShape("The shape of an input, without the batch.", "InputShape", graph.Input);
        EmitShape("The shape of an output, without the batch.", "OutputShape", graph.Output);

        void Constant(string summary, string name, long value)
        {
            writer.Line();
            DocumentationEmitter.Summary(writer, summary);
            writer.Line($"public const long {name} = {Literals.Long(value)};");
        }

        void EmitShape(string summary, string name, Shape shape)
        {
            writer.Line();
            DocumentationEmitter.Summary(writer, summary);
            writer.Line($"public static global::System.ReadOnlySpan<int> {name} => {Literals.Integers(shape.Written(graph.Format))};");
        }
    }

    // A line of source for each line of the table.
    private static void EmitText(CodeWriter writer, string table)
    {
        string[] lines = table.Split('\n');
        writer.Line("public const string Summary =");
        for (int i = 0; i < lines.Length; i++)
        {
            bool isLast = i == lines.Length - 1;
            writer.Continue(Literals.String(isLast ? lines[i] : lines[i] + "\n") + (isLast ? ";" : " +"));
        }
    }

    private static void EmitArchitecture(CodeWriter writer, ModelGraph graph)
    {
        writer.Line();
        writer.Line("/// <summary>The rows of <see cref=\"Summary\"/> as data, with multiply-adds, activation memory and receptive field.</summary>");
        writer.Line("public static global::CnnGen.ModelSummary Architecture { get; } = new global::CnnGen.ModelSummary(");
        writer.Continue($"{Literals.String(graph.Name)},");
        writer.Continue("new global::CnnGen.LayerSummary[]");
        writer.Continue("{");
        foreach (Node node in graph.Nodes)
        {
            writer.Continue($"    {Row(graph, node)},");
        }

        writer.Continue(graph.Input.IsMap ? "}," : "});");
        if (graph.Input.IsMap)
        {
            writer.Continue($"{Literals.Integers(graph.Input.Dimensions)});");
        }
    }

    private static string Row(ModelGraph graph, Node node) => "new global::CnnGen.LayerSummary(" + string.Join(", ",
        Literals.String(node.Name),
        Literals.String(node.Layer.ClassName),
        Literals.Integers(node.Output.Written(graph.Format)),
        Literals.Long(node.Parameters),
        Literals.Long(node.TrainableParameters),
        Literals.Long(node.MultiplyAdds),
        Literals.Long(node.ActivationBytes),
        Literals.Integer(node.Field.Side),
        Literals.Array("string", Sources(graph, node).Select(Literals.String))) + ")";

    // The model's input has no row in Keras's table of a chain.
    private static string[] Sources(ModelGraph graph, Node node) => node.Inputs
        .Select(graph.NodeOf)
        .Where(static source => source is not null)
        .Select(static source => source!.Name)
        .ToArray();
}
