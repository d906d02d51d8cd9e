using System.Linq;
using CnnGen.Generator.Network;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Emission;

/// <summary>XML documentation: the class shows its table, every public member says what it does.</summary>
internal static class DocumentationEmitter
{
    public static void Summary(CodeWriter writer, string text) => writer.Line($"/// <summary>{Escape(text)}</summary>");

    /// <summary>What the class is, in one line.</summary>
    public static void Class(CodeWriter writer, bool hasSummary, string text) =>
        writer.Line($"/// <{Element(hasSummary)}>{Escape(text)}</{Element(hasSummary)}>");

    /// <summary>What the class is, and its table without the empty lines.</summary>
    public static void Class(CodeWriter writer, bool hasSummary, ModelGraph graph, string table)
    {
        writer.Line($"/// <{Element(hasSummary)}>");
        string inputs = string.Join(", ", graph.Inputs.Select(static input => input.Shape.Text));
        string outputs = string.Join(", ", graph.Outputs.Select(output => graph.ShapeOf(output).Text));
        writer.Line($"/// A network: {inputs} → {outputs}, {Words.Count(graph.Parameters, "parameter", "parameters")}.");
        writer.Line("/// <code>");
        writer.Lines(table.Split('\n').Where(static line => line.Trim().Length > 0).Select(static line => $"/// {Escape(line)}".TrimEnd()));
        writer.Line("/// </code>");
        writer.Line($"/// </{Element(hasSummary)}>");
    }

    // Two summaries of one class would be read as one.
    private static string Element(bool hasSummary) => hasSummary ? "remarks" : "summary";

    /// <summary>The shape of a batch as PyTorch sees it: <c>N × 1 × 28 × 28</c>.</summary>
    public static string Batch(Shape shape) => string.Join(" × ", shape.TensorSizes.Select(static size => Words.Text(size)).Prepend("N"));

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
