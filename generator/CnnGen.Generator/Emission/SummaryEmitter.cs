using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Emission;

/// <summary>What is known of a network without running it: the table, its rows, its totals, its shapes.</summary>
internal static class SummaryEmitter
{
    /// <summary>Keras's text.</summary>
    public static string Table(string model, IReadOnlyList<SummaryRow> rows) => KerasTable.Print(model, rows.Select(KerasRowOf).ToList());

    public static void Emit(CodeWriter writer, ModelText model)
    {
        ModelGraph graph = model.Graph;
        writer.Line();
        DocumentationEmitter.Summary(writer, "The summary that Keras prints.");
        EmitText(writer, model.Table);
        EmitArchitecture(writer, model);
        Constant("Weights, trainable or not.", "ParameterCount", graph.Parameters);
        Constant("Weights that training changes.", "TrainableParameterCount", graph.TrainableParameters);
        Constant("Weights that training does not change by the gradient.", "NonTrainableParameterCount", graph.Parameters - graph.TrainableParameters);
        Constant("Multiplications with an addition for one image.", "MultiplyAdds", graph.MultiplyAdds);
        Constant("Memory of all layers' outputs for one image, in bytes of float32.", "ActivationBytes", graph.ActivationBytes);
        EmitShapes("The shape of an input, without the batch.", "InputShape", graph.Inputs.Select(static input => input.Shape).ToList());
        EmitShapes("The shape of an output, without the batch.", "OutputShape", graph.Outputs.Select(graph.ShapeOf).ToList());

        void Constant(string summary, string name, long value)
        {
            writer.Line();
            DocumentationEmitter.Summary(writer, summary);
            writer.Line($"public const long {name} = {Literals.Long(value)};");
        }

        void EmitShapes(string summary, string name, IReadOnlyList<Shape> shapes)
        {
            writer.Line();
            DocumentationEmitter.Summary(writer, shapes.Count == 1 ? summary : $"{summary.TrimEnd('.')}, of the first of several.");
            writer.Line($"public static global::System.ReadOnlySpan<int> {name} => {Literals.Integers(shapes[0].Dimensions)};");
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

    private static void EmitArchitecture(CodeWriter writer, ModelText model)
    {
        ModelGraph graph = model.Graph;
        writer.Line();
        writer.Line("/// <summary>The rows of <see cref=\"Summary\"/> as data, with multiply-adds, activation memory and receptive field.</summary>");
        writer.Line("public static global::CnnGen.ModelSummary Architecture { get; } = new global::CnnGen.ModelSummary(");
        writer.Continue($"{Literals.String(graph.Name)},");
        writer.Continue("new global::CnnGen.LayerSummary[]");
        writer.Continue("{");
        foreach (SummaryRow row in model.Rows)
        {
            EmitRow(writer, row, 1);
        }

        writer.Continue(graph.Input.Rank == 3 ? "}," : "});");
        if (graph.Input.Rank == 3)
        {
            writer.Continue($"{Literals.Integers(graph.Input.Spatial.Append(graph.Input.Channels))});");
        }
    }

    private static void EmitRow(CodeWriter writer, SummaryRow row, int depth)
    {
        string indent = new(' ', 4 * depth);
        string more = More(row);
        string constructor = "new global::CnnGen.LayerSummary(" + string.Join(", ",
            Literals.String(row.Name),
            Literals.String(row.ClassName),
            Literals.Integers(row.Output.Dimensions),
            Literals.Long(row.Parameters),
            Literals.Long(row.TrainableParameters),
            Literals.Long(row.MultiplyAdds),
            Literals.Long(row.ActivationBytes),
            Literals.Integer(row.ReceptiveField),
            Literals.Array("string", row.Connections.Select(static source => Literals.String(source.Layer)))) + ")";
        if (row.Layers.Count == 0)
        {
            writer.Continue($"{indent}{constructor}{(more.Length == 0 ? "" : $" {{ {more} }}")},");
            return;
        }

        writer.Continue($"{indent}{constructor}");
        writer.Continue($"{indent}{{");
        writer.Continue($"{indent}    {(more.Length == 0 ? "" : more + ", ")}Layers = new global::CnnGen.LayerSummary[]");
        writer.Continue($"{indent}    {{");
        foreach (SummaryRow layer in row.Layers)
        {
            EmitRow(writer, layer, depth + 2);
        }

        writer.Continue($"{indent}    }},");
        writer.Continue($"{indent}}},");
    }

    // What is not as in most rows.
    private static string More(SummaryRow row)
    {
        var properties = new List<string>();
        if (row.Connections.Any(static source => source.Call > 0))
        {
            properties.Add("Connections = " + Literals.Array("global::CnnGen.LayerConnection", row.Connections.Select(static source =>
                $"new global::CnnGen.LayerConnection({Literals.String(source.Layer)}, {Literals.Integer(source.Call)})")));
        }

        if (row.ShapeVaries)
        {
            properties.Add("ShapeVaries = true");
        }

        if (!row.IsTrainable)
        {
            properties.Add("Trainable = false");
        }

        return string.Join(", ", properties);
    }

    private static KerasRow KerasRowOf(SummaryRow row) => new(
        row.Name, row.ClassName, row.Output.Dimensions, row.Parameters, row.TrainableParameters,
        row.Connections.Select(static source => $"{source.Layer}[{Literals.Integer(source.Call)}][0]").ToList())
    {
        ShapeVaries = row.ShapeVaries,
        Trainable = row.IsTrainable,
        Layers = row.Layers.Select(KerasRowOf).ToList(),
    };
}
