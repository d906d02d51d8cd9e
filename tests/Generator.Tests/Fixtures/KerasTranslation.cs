using System.Text.Json;

namespace CnnGen.Generator.Tests;

/// <summary>Writes a Keras model's layers as attributes, as far as the language offers them.</summary>
internal static class KerasTranslation
{
    /// <summary>The model as a class, one attribute a line; the first layer stands on line <see cref="FirstLayerLine"/>.</summary>
    public const int FirstLayerLine = 3;

    public static string Declaration(string name, JsonElement inputShape, IEnumerable<string> layers) => $"""
        [Model("{name}")]
        [Input({string.Join(", ", inputShape.EnumerateArray())})]
        {string.Join('\n', layers)}
        public partial class Cnn;
        """;

    /// <summary>The attributes of the layers up to the first one that the language does not offer.</summary>
    public static List<string> OfferedLayers(JsonElement model) =>
        [.. model.GetProperty("layers").EnumerateArray().Select(Attribute).TakeWhile(text => text is not null).Select(text => text!)];

    /// <summary>One layer as an attribute; null where the language does not offer it.</summary>
    private static string? Attribute(JsonElement layer)
    {
        string type = layer.GetProperty("class").GetString()!;
        var arguments = new KerasArguments(layer);
        IEnumerable<string>? written = type switch
        {
            "Conv2D" =>
            [
                arguments.Positional("filters"), .. arguments.Sizes("kernel_size"), .. arguments.Pair("strides", "Strides"),
                .. arguments.Padding(), .. arguments.Pair("dilation_rate", "Dilation"), .. arguments.Named("groups", "Groups"),
                .. arguments.Activation(), .. arguments.Named("use_bias", "UseBias"),
            ],
            "MaxPooling2D" or "AveragePooling2D" =>
                [.. arguments.Sizes("pool_size"), .. arguments.Pair("strides", "Strides"), .. arguments.Padding()],
            "GlobalAveragePooling2D" => arguments.Named("keepdims", "KeepDims"),
            "BatchNormalization" =>
            [
                .. arguments.Named("momentum", "Momentum"), .. arguments.Named("epsilon", "Epsilon"),
                .. arguments.Named("center", "Center"), .. arguments.Named("scale", "Scale"),
            ],
            "Dropout" => [arguments.Positional("rate")],
            "Dense" => [arguments.Positional("units"), .. arguments.Activation(), .. arguments.Named("use_bias", "UseBias")],
            "Activation" => [.. arguments.Activation().Select(text => text.Replace("Activation = ", ""))],
            "LeakyReLU" => arguments.Named("negative_slope", "NegativeSlope"),
            "ELU" => arguments.Named("alpha", "Alpha"),
            "Flatten" or "ReLU" or "Softmax" => [],
            _ => null,
        };

        if (written is null)
        {
            return null;
        }

        string[] all = [.. written, .. layer.TryGetProperty("name", out JsonElement name) ? [$"Name = \"{name}\""] : Array.Empty<string>()];
        return arguments.AllTaken ? $"[{type}{(all.Length == 0 ? "" : $"({string.Join(", ", all)})")}]" : null;
    }
}
