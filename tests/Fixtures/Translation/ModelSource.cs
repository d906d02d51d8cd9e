using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Fixtures;

/// <summary>A Keras model as a class of the language: one attribute a line.</summary>
internal sealed record ModelSource
{
    /// <summary>The namespace of all such classes.</summary>
    public const string Namespace = "Fixtures";

    private static readonly string[] s_beginning = ["using CnnGen;", $"namespace {Namespace};"];

    /// <summary>The class, unique among those that are compiled together.</summary>
    public required string ClassName { get; init; }

    public required string Text { get; init; }

    /// <summary>The type's name in the namespace of all; the class's, where it has no namespace of its own.</summary>
    public string TypeName
    {
        get => field ?? ClassName;
        init;
    }

    /// <summary>The line of the first layer, counted from 0.</summary>
    public required int FirstLayerLine { get; init; }

    /// <summary>The line of the outputs, or of the class where it has none.</summary>
    public required int OutputLine { get; init; }

    /// <summary>The name of the file that it is compiled as.</summary>
    public string FileName => ClassName + ".cs";

    /// <summary>Writes a model.</summary>
    /// <exception cref="NotOfferedException">The language lacks something of it.</exception>
    public static ModelSource Write(KerasModel model, string className)
    {
        string[] head = [.. s_beginning, $"[Model({Literal(model.Name)})]", .. Inputs(model)];
        string[] layers = [.. Layers(model)];
        string[] outputs = model.IsGraph ? [$"[Output({string.Join(", ", model.Outputs.Select(Literal))})]"] : [];
        return new ModelSource
        {
            ClassName = className,
            Text = string.Join('\n', [.. head, .. layers, .. outputs, $"public partial class {className};", ""]),
            FirstLayerLine = head.Length,
            OutputLine = head.Length + layers.Length,
        };
    }

    private static IEnumerable<string> Inputs(KerasModel model)
    {
        string format = model.IsChannelsFirst ? ", Format = DataFormat.ChannelsFirst" : "";
        return model.Inputs.Select(input =>
            $"[Input({(input.Name is null ? "" : Literal(input.Name) + ", ")}{string.Join(", ", input.Shape)}{format})]");
    }

    private static IEnumerable<string> Layers(KerasModel model)
    {
        string? above = model.IsGraph && model.Inputs.Count == 1 ? model.Inputs[0].Name : null;
        foreach (KerasLayer layer in model.Layers)
        {
            yield return LayerWriter.Write(layer, above, model.IsChannelsFirst);
            above = layer.Name;
        }
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
