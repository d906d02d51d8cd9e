using System.Text.Json;

namespace CnnGen.Interop.Keras;

/// <summary>Writes the config of a model as Keras 3 reads it. What is as it is anyway is left out.</summary>
internal sealed class ConfigWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly Dictionary<string, LayerCall> _calls = [];

    private ConfigWriter(ModelSummary model, Utf8JsonWriter json)
    {
        _json = json;
        foreach (LayerCall call in NetworkGraph.Of(model).Calls)
        {
            _calls.TryAdd(call.Path, call);
        }
    }

    /// <summary>The config of a network.</summary>
    /// <exception cref="CnnGenException">Keras has no such layer.</exception>
    public static byte[] Write(ModelSummary model)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            new ConfigWriter(model, json).Model(model.Name, model.Layers, model.Ends!, "", () => { });
        }

        return stream.ToArray();
    }

    // What the model above says of this one stands at its end.
    private void Model(string name, IReadOnlyList<LayerSummary> rows, NetworkEnds ends, string path, Action more)
    {
        _json.WriteStartObject();
        _json.WriteString("module", ends.IsChain ? "keras" : "keras.src.models.functional");
        _json.WriteString("class_name", ends.IsChain ? "Sequential" : "Functional");
        _json.WriteStartObject("config");
        _json.WriteString("name", Name(name));
        _json.WriteBoolean("trainable", true);
        _json.WriteStartArray("layers");
        if (ends.IsChain)
        {
            Input(ends.Inputs[0], isNamed: false);
        }

        foreach (LayerSummary row in rows)
        {
            Row(row, rows, ends, path);
        }

        _json.WriteEndArray();
        if (!ends.IsChain)
        {
            References("input_layers", ends.Inputs.Select(static input => new LayerConnection(input.Name)));
            References("output_layers", ends.Outputs);
        }

        _json.WriteEndObject();
        if (ends.IsChain)
        {
            _json.WriteNull("registered_name");
        }
        else
        {
            _json.WriteString("registered_name", "Functional");
        }

        _json.WriteStartObject("build_config");
        if (ends.Inputs.Count == 1)
        {
            Shape("input_shape", ends.Inputs[0].Shape);
        }

        _json.WriteEndObject();
        more();
        _json.WriteEndObject();
    }

    private void Row(LayerSummary row, IReadOnlyList<LayerSummary> rows, NetworkEnds ends, string path)
    {
        if (row.ClassName == "InputLayer")
        {
            Input(ends.Inputs.First(input => input.Name == row.Name), isNamed: true);
        }
        else if (row.Ends is { } inner)
        {
            Model(row.Name, row.Layers, inner, $"{path}{row.Name}/", () => Nodes(row, rows, ends));
        }
        else
        {
            Layer(row, rows, ends, path);
        }
    }

    private void Layer(LayerSummary row, IReadOnlyList<LayerSummary> rows, NetworkEnds ends, string path)
    {
        (string module, string? registered) = SavedClasses.ModuleOf(row.ClassName);
        _json.WriteStartObject();
        _json.WriteString("module", module);
        _json.WriteString("class_name", SavedClasses.ClassOf(row.ClassName));
        _json.WriteStartObject("config");
        _json.WriteString("name", Name(row.Name));
        _json.WriteBoolean("trainable", row.Trainable);
        _json.WriteString("dtype", "float32");
        if (_calls.TryGetValue(path + row.Name, out LayerCall? call))
        {
            SavedClasses.Write(new SavedArguments(call, _json));
        }

        _json.WriteEndObject();
        _json.WriteString("registered_name", registered);
        Nodes(row, rows, ends);
        _json.WriteEndObject();
    }

    private void Input(NetworkInput input, bool isNamed)
    {
        _json.WriteStartObject();
        _json.WriteString("module", "keras.layers");
        _json.WriteString("class_name", "InputLayer");
        _json.WriteStartObject("config");
        Shape("batch_shape", input.Shape);
        _json.WriteString("dtype", "float32");
        _json.WriteString("name", isNamed ? Name(input.Name) : "input_layer");
        _json.WriteEndObject();
        _json.WriteNull("registered_name");
        if (isNamed)
        {
            _json.WriteString("name", Name(input.Name));
            _json.WriteStartArray("inbound_nodes");
            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    // A chain's layers read what is above.
    private void Nodes(LayerSummary row, IReadOnlyList<LayerSummary> rows, NetworkEnds ends)
    {
        if (ends.IsChain)
        {
            return;
        }

        _json.WriteString("name", Name(row.Name));
        _json.WriteStartArray("inbound_nodes");
        bool isMerge = KerasClasses.Merges.Contains(row.ClassName);
        foreach (LayerConnection[] inputs in isMerge ? [[.. row.Connections]] : row.Connections.Select(static connection => new[] { connection }))
        {
            _json.WriteStartObject();
            _json.WriteStartArray("args");
            if (isMerge)
            {
                _json.WriteStartArray();
            }

            foreach (LayerConnection input in inputs)
            {
                Tensor(input, rows);
            }

            if (isMerge)
            {
                _json.WriteEndArray();
            }

            _json.WriteEndArray();
            _json.WriteStartObject("kwargs");
            _json.WriteEndObject();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Tensor(LayerConnection value, IReadOnlyList<LayerSummary> rows)
    {
        _json.WriteStartObject();
        _json.WriteString("class_name", "__keras_tensor__");
        _json.WriteStartObject("config");
        Shape("shape", rows.First(row => row.Name == value.Layer).OutputShape);
        _json.WriteString("dtype", "float32");
        _json.WriteStartArray("keras_history");
        Reference(value);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void References(string name, IEnumerable<LayerConnection> values)
    {
        _json.WriteStartArray(name);
        foreach (LayerConnection value in values)
        {
            _json.WriteStartArray();
            Reference(value);
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
    }

    private void Reference(LayerConnection value)
    {
        _json.WriteStringValue(Name(value.Layer));
        _json.WriteNumberValue(value.Call);
        _json.WriteNumberValue(value.Output);
    }

    private void Shape(string name, IReadOnlyList<int> shape)
    {
        _json.WriteStartArray(name);
        _json.WriteNullValue();
        foreach (int size in shape)
        {
            _json.WriteNumberValue(size);
        }

        _json.WriteEndArray();
    }

    // Keras allows no slashes in names.
    private static string Name(string name) => name.Replace('/', '_');
}
