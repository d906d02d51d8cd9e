using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Network;
using CnnGen.Generator.Network.Keras;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Emission;

/// <summary>What is known of a network without running it: the table, its rows, its totals, its shapes.</summary>
internal static class SummaryEmitter
{
    /// <summary>Keras's text.</summary>
    public static string Table(string model, IReadOnlyList<SummaryRow> rows) => KerasTable.Print(model, rows.Select(KerasRowOf).ToList());

    public static void Emit(CodeWriter writer, ModelText model)
    {
        ModelGraph graph = model.Graph;
        Open(writer, "Summary");
        EmitText(writer, model.Table);
        EmitArchitecture(writer, model);
        Constant("ParameterCount", graph.Parameters);
        Constant("TrainableParameterCount", graph.TrainableParameters);
        Constant("NonTrainableParameterCount", graph.Parameters - graph.TrainableParameters);
        Constant("MultiplyAdds", graph.MultiplyAdds);
        Constant("ActivationBytes", graph.ActivationBytes);
        Sizes("InputShape", graph.Inputs.Select(static input => input.Shape).ToList());
        Sizes("OutputShape", graph.Outputs.Select(graph.ShapeOf).ToList());

        void Constant(string name, long value) => writer.Line($"{Open(writer, name)} = {Literals.Long(value)};");

        void Sizes(string name, IReadOnlyList<Shape> shapes)
        {
            string declaration = Open(writer, name, shapes.Count > 1 ? ", of the first of several" : "");
            writer.Line($"{declaration} => {Literals.Integers(shapes[0].Dimensions)};");
        }
    }

    // Documents a member, and gives the beginning of its declaration.
    private static string Open(CodeWriter writer, string name, string more = "")
    {
        GeneratedMember member = GeneratedMembers.Named(name);
        writer.Line();
        DocumentationEmitter.Summary(writer, member.Documentation.TrimEnd('.') + more + ".");
        return $"public {member.Signature}";
    }

    // As it is printed, unless a name has characters that only an escape can show.
    private static void EmitText(CodeWriter writer, string table)
    {
        const string Declaration = "public const string Summary =";
        if (Literals.Raw(table) is { } raw)
        {
            writer.Line($"{Declaration} {raw[0]}");
            writer.Lines(raw.Skip(1).Select(static line => line.Length == 0 ? line : "    " + line));
            return;
        }

        string[] lines = table.Split('\n');
        writer.Line(Declaration);
        for (int i = 0; i < lines.Length; i++)
        {
            bool isLast = i == lines.Length - 1;
            writer.Continue(Literals.String(isLast ? lines[i] : lines[i] + "\n") + (isLast ? ";" : " +"));
        }
    }

    private static void EmitArchitecture(CodeWriter writer, ModelText model)
    {
        ModelGraph graph = model.Graph;
        writer.Line($"{Open(writer, "Architecture")} {{ get; }} = new {Library.Root}.ModelSummary(");
        writer.Continue($"{Literals.String(graph.Name)},");
        writer.Continue($"new {Library.Root}.LayerSummary[]");
        writer.Continue("{");
        foreach (SummaryRow row in model.Rows)
        {
            EmitRow(writer, row, 1);
        }

        writer.Continue(graph.Input.Rank == 3 ? "}," : "})");
        if (graph.Input.Rank == 3)
        {
            writer.Continue($"inputShape: {Literals.Integers(graph.Input.Spatial.Append(graph.Input.Channels))})");
        }

        writer.Continue("{");
        writer.Continue($"    Ends = {Ends(graph)},");
        if (model.Plan.Training is { } training)
        {
            writer.Continue($"    Training = {Settings(TrainingDescription.Of(training, model.Outputs))},");
        }

        writer.Continue("};");
    }

    private static string Ends(ModelGraph graph)
    {
        string inputs = Literals.Array($"{Library.Root}.NetworkInput", graph.Inputs.Select(static input =>
            $"new({Literals.String(input.KerasName)}, {Literals.Integers(input.Shape.Dimensions)}{(input.Shape.Format == DataFormat.ChannelsFirst ? $", {Library.Root}.DataFormat.ChannelsFirst" : "")})"));
        return $"new {Library.Root}.NetworkEnds({inputs}, {Connections(SummaryRows.Outputs(graph))}, IsChain: {(graph.IsSequential ? "true" : "false")})";
    }

    private static string Connections(IEnumerable<SummaryConnection> connections) => Literals.Array($"{Library.Root}.LayerConnection", connections.Select(static source =>
        $"new({Literals.String(source.Layer)}{(source.Call == 0 ? "" : $", {Literals.Integer(source.Call)}")})"));

    private static void EmitRow(CodeWriter writer, SummaryRow row, int depth)
    {
        string indent = new(' ', 4 * depth);
        string more = More(row);
        string constructor = $"new {Library.Root}.LayerSummary(" + string.Join(", ",
            Literals.String(row.Name),
            Literals.String(row.ClassName),
            Literals.Integers(row.Output.Dimensions),
            $"parameters: {Literals.Long(row.Parameters)}",
            $"trainableParameters: {Literals.Long(row.TrainableParameters)}",
            $"multiplyAdds: {Literals.Long(row.MultiplyAdds)}",
            $"activationBytes: {Literals.Long(row.ActivationBytes)}",
            $"receptiveField: {Literals.Integer(row.ReceptiveField)}",
            Literals.Array("string", row.Connections.Select(static source => Literals.String(source.Layer)))) + ")";
        if (row.Layers.Count == 0)
        {
            writer.Continue($"{indent}{constructor}{(more.Length == 0 ? "" : $" {{ {more} }}")},");
            return;
        }

        writer.Continue($"{indent}{constructor}");
        writer.Continue($"{indent}{{");
        writer.Continue($"{indent}    {(more.Length == 0 ? "" : more + ", ")}Layers = new {Library.Root}.LayerSummary[]");
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
            properties.Add("Connections = " + Connections(row.Connections));
        }

        if (row.ShapeVaries)
        {
            properties.Add("ShapeVaries = true");
        }

        if (!row.IsTrainable)
        {
            properties.Add("Trainable = false");
        }

        Add("Settings", row.Settings);
        Add("Arguments", row.Arguments);
        if (row.Model is not null)
        {
            properties.Add("Ends = " + Ends(row.Model));
        }

        return string.Join(", ", properties);

        void Add(string name, IReadOnlyList<LayerSetting> settings)
        {
            if (settings.Count > 0)
            {
                properties.Add($"{name} = {Settings(settings)}");
            }
        }
    }

    private static string Settings(IEnumerable<LayerSetting> settings) => Literals.Array($"{Library.Root}.LayerSetting", settings.Select(static setting =>
        $"new({string.Join(", ", Values(setting).Prepend(Literals.String(setting.Name)))})"));

    private static IEnumerable<string> Values(LayerSetting setting) => setting.Word is { } word
        ? [Literals.String(word)]
        : setting.Numbers.Select(static number => number == System.Math.Floor(number) && System.Math.Abs(number) < int.MaxValue
            ? Literals.Integer((long)number)
            : Literals.Double(number));

    private static KerasRow KerasRowOf(SummaryRow row) => new(
        row.Name, row.ClassName, row.Output.Dimensions, row.Parameters, row.TrainableParameters,
        row.Connections.Select(static source => $"{source.Layer}[{Literals.Integer(source.Call)}][0]").ToList())
    {
        ShapeVaries = row.ShapeVaries,
        Trainable = row.IsTrainable,
        Layers = row.Layers.Select(KerasRowOf).ToList(),
    };
}
