using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CnnGen;

/// <summary>A <see cref="CheckpointRecord"/> as JSON text, written and read by hand so that trimming takes nothing away.</summary>
internal static class CheckpointJson
{
    public static string Write(CheckpointRecord record)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            WritePairs(json, "settings", record.Settings);
            WritePairs(json, "origin", record.Origin);
            json.WriteNumber("seed", record.Seed);
            WriteDouble(json, "current_learning_rate", record.CurrentLearningRate);
            WriteEpochUnderWay(json, record);
            json.WriteNumber("best_epoch", record.BestEpoch);
            if (record.UntrainedLoss is { } loss)
            {
                WriteDouble(json, "untrained_loss", loss);
            }

            json.WriteStartArray("callbacks");
            foreach (string callback in record.Callbacks)
            {
                json.WriteStringValue(callback);
            }

            json.WriteEndArray();
            json.WriteStartArray("callback_files");
            foreach (string? file in record.CallbackFiles)
            {
                json.WriteStringValue(file);
            }

            json.WriteEndArray();
            json.WriteStartArray("epochs");
            foreach (EpochResult epoch in record.Epochs)
            {
                WriteEpoch(json, epoch);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="InvalidOperationException">A value has another type.</exception>
    /// <exception cref="KeyNotFoundException">A value is missing.</exception>
    /// <exception cref="FormatException">A number is out of range.</exception>
    public static CheckpointRecord Read(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement root = document.RootElement;
        return new CheckpointRecord
        {
            Settings = ReadPairs(root.GetProperty("settings")),
            Origin = ReadPairs(root.GetProperty("origin")),
            Seed = root.GetProperty("seed").GetInt32(),
            CurrentLearningRate = Double(root.GetProperty("current_learning_rate")),
            Step = root.GetProperty("step").GetInt32(),
            StepsDone = root.GetProperty("steps_done").GetInt64(),
            Seconds = Double(root.GetProperty("seconds")),
            DataWaitSeconds = Double(root.GetProperty("data_wait_seconds")),
            Sums = new RunningSums(
                root.GetProperty("count").GetInt32(),
                Double(root.GetProperty("loss_sum")),
                [.. root.GetProperty("sums").EnumerateArray().Select(Double)],
                root.TryGetProperty("loss_parts", out JsonElement parts) ? [.. parts.EnumerateArray().Select(Double)] : []),
            UntrainedLoss = root.TryGetProperty("untrained_loss", out JsonElement untrained) ? Double(untrained) : null,
            BestEpoch = root.GetProperty("best_epoch").GetInt32(),
            Callbacks = [.. root.GetProperty("callbacks").EnumerateArray().Select(static item => item.GetString()!)],
            CallbackFiles = root.TryGetProperty("callback_files", out JsonElement files) ? [.. files.EnumerateArray().Select(static item => item.GetString())] : [],
            Epochs = [.. root.GetProperty("epochs").EnumerateArray().Select(ReadEpoch)],
        };
    }

    private static void WriteEpochUnderWay(Utf8JsonWriter json, CheckpointRecord record)
    {
        json.WriteNumber("step", record.Step);
        json.WriteNumber("steps_done", record.StepsDone);
        WriteDouble(json, "seconds", record.Seconds);
        WriteDouble(json, "data_wait_seconds", record.DataWaitSeconds);
        json.WriteNumber("count", record.Sums.Count);
        WriteDouble(json, "loss_sum", record.Sums.Loss);
        WriteDoubles(json, "sums", record.Sums.Values);
        WriteDoubles(json, "loss_parts", record.Sums.LossParts);
    }

    private static void WriteDoubles(Utf8JsonWriter json, string name, IReadOnlyList<double> values)
    {
        json.WriteStartArray(name);
        foreach (double value in values)
        {
            WriteValue(json, value);
        }

        json.WriteEndArray();
    }

    private static void WritePairs(Utf8JsonWriter json, string name, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        json.WriteStartObject(name);
        foreach ((string key, string value) in pairs)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static IReadOnlyList<KeyValuePair<string, string>> ReadPairs(JsonElement pairs) =>
        [.. pairs.EnumerateObject().Select(static pair => KeyValuePair.Create(pair.Name, pair.Value.GetString()!))];

    private static void WriteEpoch(Utf8JsonWriter json, EpochResult epoch)
    {
        json.WriteStartObject();
        json.WriteNumber("epoch", epoch.Epoch);
        WriteDouble(json, "loss", epoch.Loss);
        WriteMeasures(json, epoch.Measures);
        WriteDouble(json, "learning_rate", epoch.LearningRate);
        WriteDouble(json, "seconds", epoch.Seconds);
        WriteDouble(json, "images_per_second", epoch.ImagesPerSecond);
        WriteDouble(json, "data_wait_seconds", epoch.DataWaitSeconds);
        if (epoch.Validation is { } validation)
        {
            json.WriteStartObject("validation");
            json.WriteNumber("count", validation.Count);
            WriteDouble(json, "loss", validation.Loss);
            WriteMeasures(json, validation.Measures);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static EpochResult ReadEpoch(JsonElement epoch) => new()
    {
        Epoch = epoch.GetProperty("epoch").GetInt32(),
        Loss = Double(epoch.GetProperty("loss")),
        Measures = ReadMeasures(epoch),
        LearningRate = Double(epoch.GetProperty("learning_rate")),
        Seconds = Double(epoch.GetProperty("seconds")),
        ImagesPerSecond = Double(epoch.GetProperty("images_per_second")),
        DataWaitSeconds = Double(epoch.GetProperty("data_wait_seconds")),
        Validation = epoch.TryGetProperty("validation", out JsonElement validation) ? ReadValidation(validation) : null,
    };

    private static EvaluationResult ReadValidation(JsonElement validation) => new()
    {
        Count = validation.GetProperty("count").GetInt32(),
        Loss = Double(validation.GetProperty("loss")),
        Measures = ReadMeasures(validation),
    };

    private static void WriteMeasures(Utf8JsonWriter json, MeasureValues measures)
    {
        json.WriteStartObject("measures");
        foreach ((string name, double value) in measures)
        {
            WriteDouble(json, name, value);
        }

        json.WriteEndObject();
    }

    private static MeasureValues ReadMeasures(JsonElement parent) => new(parent.GetProperty("measures").EnumerateObject()
        .Select(static measure => KeyValuePair.Create(measure.Name, Double(measure.Value)))
        .DistinctBy(static measure => measure.Key));

    // JSON has no NaN and no infinity; a text carries them. Numbers are written so that the same bits come back.
    private static void WriteDouble(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        WriteValue(json, value);
    }

    private static void WriteValue(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static double Double(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? double.Parse(value.GetString()!, CultureInfo.InvariantCulture)
        : value.GetDouble();
}
