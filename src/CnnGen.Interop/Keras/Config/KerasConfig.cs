using System.Text.Json;

namespace CnnGen.Interop.Keras;

/// <summary>Reads the config of a model: of Keras 3, and of Keras 2 in the older HDF5 files.</summary>
internal sealed class KerasConfig
{
    // Beyond what anybody builds; a file may say anything.
    private const int MostLayers = 20_000;
    private const int MostValues = 500_000;

    private int _layers;

    /// <summary>Reads a config.</summary>
    /// <param name="json">The text. What comes of it refers to the document that is made of it.</param>
    public static KerasModel Read(ReadOnlyMemory<byte> json)
    {
        if (!JsonSize.IsAtMost(MostValues, json.Span))
        {
            throw new FileFault($"its config has more than {MostValues} values");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object && IsModel(Text(root, "class_name"))
                ? new KerasConfig().Model(root)
                : throw new FileFault("its config describes no Sequential or Functional model; a class of your own cannot be read from it");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // The second is what System.Text.Json says of a text that is not Unicode.
            throw new FileFault("its config is not valid JSON");
        }
    }

    private static bool IsModel(string? className) => className is "Sequential" or "Functional" or "Model";

    private KerasModel Model(JsonElement model)
    {
        JsonElement config = Part(model, "config", JsonValueKind.Object);
        string name = Text(config, "name") ?? "model";
        JsonElement[] layers = [.. Part(config, "layers", JsonValueKind.Array).EnumerateArray()];
        if ((_layers += layers.Length) > MostLayers)
        {
            throw new FileFault($"its config has more than {MostLayers} layers");
        }

        bool isSequential = Text(model, "class_name") == "Sequential";
        KerasInput[] inputs = [.. layers.Where(static layer => Text(layer, "class_name") == "InputLayer").Select(Input)];
        if (inputs.Length == 0)
        {
            inputs = [new KerasInput("input", BuiltFor(model, config, layers.FirstOrDefault()))];
        }

        KerasLayer[] others = [.. layers.Where(static layer => Text(layer, "class_name") != "InputLayer").Select(Layer)];
        if (others.Length == 0)
        {
            throw new FileFault($"model '{name}' of its config has no layers");
        }

        return isSequential
            ? new KerasModel(name, true, inputs, Chained(inputs[0], others), [new KerasValue(others[^1].Name, 0, 0)])
            : new KerasModel(name, false, InOrder(inputs, References(config, "input_layers")), others, References(config, "output_layers"));
    }

    private KerasLayer Layer(JsonElement layer)
    {
        string className = Text(layer, "class_name") ?? throw new FileFault("a layer of its config has no class");
        JsonElement config = Part(layer, "config", JsonValueKind.Object);
        return new KerasLayer
        {
            ClassName = className,
            Name = Text(config, "name") ?? Text(layer, "name") ?? throw new FileFault($"a layer of its config ({className}) has no name"),
            Arguments = config,
            Calls = layer.TryGetProperty("inbound_nodes", out JsonElement nodes) ? KerasCalls.Read(nodes) : [],
            Model = IsModel(className) ? Model(layer) : null,
        };
    }

    // Each layer reads the one above.
    private static KerasLayer[] Chained(KerasInput input, KerasLayer[] layers) =>
        [.. layers.Select((layer, i) => layer with { Calls = [[new KerasValue(i == 0 ? input.Name : layers[i - 1].Name, 0, 0)]] })];

    private static KerasInput Input(JsonElement layer)
    {
        JsonElement config = Part(layer, "config", JsonValueKind.Object);
        return new KerasInput(Text(config, "name") ?? "input", ShapeOf(config) ?? throw new FileFault("an input of its config has no shape"));
    }

    // Without a layer for it, the first layer says so, or what the model was built for.
    private static IReadOnlyList<int> BuiltFor(JsonElement model, JsonElement config, JsonElement first)
    {
        if (first.ValueKind == JsonValueKind.Object && first.TryGetProperty("config", out JsonElement arguments) && ShapeOf(arguments) is { } own)
        {
            return own;
        }

        return ShapeIn(config, "build_input_shape")
            ?? (model.TryGetProperty("build_config", out JsonElement built) && built.ValueKind == JsonValueKind.Object ? ShapeIn(built, "input_shape") : null)
            ?? throw new FileFault("its config does not say what shape goes in; build the model before it is saved");
    }

    private static IReadOnlyList<int>? ShapeOf(JsonElement config) =>
        config.ValueKind != JsonValueKind.Object ? null : ShapeIn(config, "batch_shape") ?? ShapeIn(config, "batch_input_shape");

    private static List<int>? ShapeIn(JsonElement config, string name)
    {
        if (!config.TryGetProperty(name, out JsonElement shape) || shape.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var sizes = new List<int>();
        foreach (JsonElement size in shape.EnumerateArray().Skip(1))
        {
            sizes.Add(size.ValueKind == JsonValueKind.Number && size.TryGetInt32(out int number) && number > 0
                ? number
                : throw new FileFault("an input of its config leaves a size open, or has none of at least 1; every size but the batch has to be given"));
        }

        return sizes;
    }

    private static IReadOnlyList<KerasInput> InOrder(KerasInput[] inputs, IReadOnlyList<KerasValue> order) => order.Count == inputs.Length
        ? [.. order.Select(value => inputs.FirstOrDefault(input => input.Name == value.Layer) ?? throw new FileFault($"its config has no input '{value.Layer}'"))]
        : throw new FileFault("its config names other inputs than it has");

    // One is written as ["name", 0, 0], several as a list of such, or by names, in whose order they then come; Keras 2 wrote the list always.
    private static IReadOnlyList<KerasValue> References(JsonElement config, string name)
    {
        if (!config.TryGetProperty(name, out JsonElement list) || list.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
        {
            throw new FileFault($"its config has no '{name}' where one belongs");
        }

        if (list.ValueKind == JsonValueKind.Object)
        {
            return [.. list.EnumerateObject().OrderBy(static property => property.Name, StringComparer.Ordinal).Select(static property => Reference(property.Value))];
        }

        return list.EnumerateArray().FirstOrDefault().ValueKind == JsonValueKind.String ? [Reference(list)] : [.. list.EnumerateArray().Select(Reference)];
    }

    private static KerasValue Reference(JsonElement list) =>
        KerasCalls.Reference(list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : []);

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement Part(JsonElement element, string name, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind
            ? value
            : throw new FileFault($"its config has no '{name}' where one belongs");
}
