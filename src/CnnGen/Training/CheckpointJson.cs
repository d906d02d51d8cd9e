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
            json.WriteNumber("seed", record.Seed);
            WriteDouble(json, "current_learning_rate", record.CurrentLearningRate);
            json.WriteNumber("images", record.Images);
            json.WriteNumber("batch_size", record.BatchSize);
            WriteDouble(json, "learning_rate", record.LearningRate);
            json.WriteBoolean("shuffle", record.Shuffle);
            json.WriteString("optimizer", record.Optimizer);
            json.WriteString("loss", record.Loss);
            json.WriteStartArray("callbacks");
            foreach (string callback in record.Callbacks)
            {
                json.WriteStringValue(callback);
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
            Seed = root.GetProperty("seed").GetInt32(),
            CurrentLearningRate = Double(root.GetProperty("current_learning_rate")),
            Images = root.GetProperty("images").GetInt32(),
            BatchSize = root.GetProperty("batch_size").GetInt32(),
            LearningRate = Double(root.GetProperty("learning_rate")),
            Shuffle = root.GetProperty("shuffle").GetBoolean(),
            Optimizer = root.GetProperty("optimizer").GetString()!,
            Loss = root.GetProperty("loss").GetString()!,
            Callbacks = [.. root.GetProperty("callbacks").EnumerateArray().Select(static item => item.GetString()!)],
            Epochs = [.. root.GetProperty("epochs").EnumerateArray().Select(ReadEpoch)],
        };
    }

    private static void WriteEpoch(Utf8JsonWriter json, EpochResult epoch)
    {
        json.WriteStartObject();
        json.WriteNumber("epoch", epoch.Epoch);
        WriteDouble(json, "loss", epoch.Loss);
        WriteMeasures(json, epoch.Measures);
        WriteDouble(json, "learning_rate", epoch.LearningRate);
        WriteDouble(json, "seconds", epoch.Seconds);
        WriteDouble(json, "images_per_second", epoch.ImagesPerSecond);
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

    // Before measures had names of their own, these three stood beside the loss.
    private static MeasureValues ReadMeasures(JsonElement parent) => new(
        parent.TryGetProperty("measures", out JsonElement measures)
            ? measures.EnumerateObject().Select(static measure => KeyValuePair.Create(measure.Name, Double(measure.Value))).DistinctBy(static measure => measure.Key)
            : new[] { MeasureNames.Accuracy, MeasureNames.Top5Accuracy, MeasureNames.MeanAbsoluteError }
                .Where(name => parent.TryGetProperty(name, out _))
                .Select(name => KeyValuePair.Create(name, Double(parent.GetProperty(name)))));

    // JSON has no NaN and no infinity; a text carries them. Numbers are written so that the same bits come back.
    private static void WriteDouble(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static double Double(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? double.Parse(value.GetString()!, CultureInfo.InvariantCulture)
        : value.GetDouble();
}
