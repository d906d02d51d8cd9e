using System.Text.Json;

namespace CnnGen.Fixtures;

/// <summary>A model as the fixtures describe it; their README has the schema.</summary>
internal sealed record KerasModel
{
    /// <summary>Keras's <c>Model(inputs, outputs)</c>, or its <c>Sequential</c>.</summary>
    public required bool IsGraph { get; init; }

    public required string Name { get; init; }

    /// <summary>A sequential model has one, without a name.</summary>
    public required IReadOnlyList<KerasInput> Inputs { get; init; }

    public required IReadOnlyList<KerasLayer> Layers { get; init; }

    /// <summary>Empty for a sequential model, which gives what its last layer gives.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>Whether the channels stand before the sizes.</summary>
    public bool IsChannelsFirst => Layers.Any(static layer => layer.IsChannelsFirst);

    public static KerasModel Parse(JsonElement model)
    {
        bool isGraph = model.GetProperty("kind").GetString() == "graph";
        return new KerasModel
        {
            IsGraph = isGraph,
            Name = model.GetProperty("name").GetString()!,
            Inputs = isGraph
                ? [.. model.GetProperty("inputs").EnumerateArray().Select(input => new KerasInput(input.GetProperty("name").GetString(), input.GetProperty("shape").Integers()))]
                : [new KerasInput(null, model.GetProperty("input_shape").Integers())],
            Layers = [.. model.GetProperty("layers").EnumerateArray().Select(KerasLayer.Parse)],
            Outputs = model.Strings("outputs"),
        };
    }

    /// <summary>Its first layers, as a model that gives what none of them reads.</summary>
    public KerasModel Prefix(int count)
    {
        KerasLayer[] layers = [.. Layers.Take(count)];
        return this with
        {
            Layers = layers,
            Outputs = IsGraph ? [.. layers.Select(layer => layer.Name!).Where(name => !layers.Any(reader => reader.Inbound.Contains(name)))] : [],
        };
    }
}

/// <summary>An input, without the batch.</summary>
internal sealed record KerasInput(string? Name, int[] Shape);
