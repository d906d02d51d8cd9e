using System.Linq;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Emission;

/// <summary>XML documentation: the class shows its table, every public member says what it does.</summary>
internal static class DocumentationEmitter
{
    public static void Summary(CodeWriter writer, string text) => writer.Line($"/// <summary>{Escape(text)}</summary>");

    public static void Parameter(CodeWriter writer, string name, string text) =>
        writer.Line($"/// <param name=\"{name}\">{Escape(text)}</param>");

    public static void Returns(CodeWriter writer, string text) => writer.Line($"/// <returns>{Escape(text)}</returns>");

    /// <summary>What the class is, and its table.</summary>
    public static void Class(CodeWriter writer, ModelGraph graph, string table)
    {
        writer.Line("/// <summary>");
        writer.Line($"/// A network: {graph.Input.Text(graph.Format)} → {graph.Output.Text(graph.Format)}, "
            + $"{Words.Count(graph.Parameters, "parameter", "parameters")}.");
        writer.Line("/// <code>");
        writer.Lines(table.Split('\n').Select(static line => $"/// {Escape(line)}".TrimEnd()));
        writer.Line("/// </code>");
        writer.Line("/// </summary>");
    }

    /// <summary>The shape of a batch as PyTorch sees it: <c>N × 1 × 28 × 28</c>.</summary>
    public static string Batch(Shape shape) => "N × " + shape.Join(" × ", DataFormat.ChannelsFirst);

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
