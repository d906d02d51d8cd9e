using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CnnGen;

/// <summary>A trained network as the pad's script reads it: its layers as JSON, its weights as float32 in base64.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Json">Layers and weights.</param>
internal sealed record PadNetwork(string Name, string Json)
{
    /// <summary>Bytes in the file.</summary>
    public int Size => Json.Length;

    public static PadNetwork Of(ReportedModel model)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            Write(json, model);
        }

        return new PadNetwork(model.Name, Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, ReportedModel model)
    {
        List<float> weights = [];
        json.WriteStartObject();
        json.WriteString("name", model.Name);
        json.WriteString("output", model.Output.ToString());
        WriteNumbers(json, "input", model.Architecture.InputShape);
        json.WriteStartArray("layers");
        foreach (LayerSummary layer in model.Architecture.Layers.Where(static layer => !PadSupport.Idle.Contains(layer.ClassName)))
        {
            WriteLayer(json, model, layer, weights);
        }

        json.WriteEndArray();
        json.WriteBase64String("weights", MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(weights)));
        json.WriteEndObject();
    }

    private static void WriteLayer(Utf8JsonWriter json, ReportedModel model, LayerSummary layer, List<float> weights)
    {
        json.WriteStartObject();
        json.WriteString("name", layer.Name);
        json.WriteString("type", layer.ClassName);
        WriteNumbers(json, "shape", layer.OutputShape);
        json.WriteStartObject("settings");
        foreach (LayerSetting setting in layer.Settings)
        {
            WriteSetting(json, setting);
        }

        json.WriteEndObject();
        json.WriteStartObject("weights");
        foreach ((string name, Weight weight) in WeightsOf(model, layer))
        {
            json.WriteStartObject(name);
            json.WriteNumber("at", weights.Count);
            json.WriteStartArray("shape");
            foreach (long size in weight.Shape)
            {
                json.WriteNumberValue(size);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            weights.AddRange((float[])weight.Values);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Those of the layer itself, and of its two parts.
    private static IEnumerable<(string Name, Weight Weight)> WeightsOf(ReportedModel model, LayerSummary layer)
    {
        (string Prefix, string Part)[] prefixes =
        [
            (layer.Name + ".", ""), .. layer.ClassName == "SeparableConv2D" ? new[] { (layer.Name + "_depthwise.", "depthwise_"), (layer.Name + "_pointwise.", "pointwise_") } : [],
        ];
        return from prefix in prefixes
               from weight in model.Weights
               where weight.Values is float[] && weight.Name.StartsWith(prefix.Prefix, StringComparison.Ordinal)
               select (prefix.Part + weight.Name[prefix.Prefix.Length..], weight);
    }

    private static void WriteSetting(Utf8JsonWriter json, LayerSetting setting)
    {
        if (setting.Word is { } word)
        {
            json.WriteString(setting.Name, word);
            return;
        }

        json.WriteStartArray(setting.Name);
        foreach (double number in setting.Numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (int number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
