using System.Text;
using System.Text.Json;

namespace CnnGen.Samples.Mnist.Reports;

/// <summary>The last line of a training that was asked for JSON: what came out, as one object.</summary>
internal static class ResultJson
{
    public static string Line(string model, TrainingHistory history, EvaluationResult test)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("event", "result");
            json.WriteString("model", model);
            json.WriteNumber("epochs", history.Epochs.Count);
            json.WriteNumber("test_loss", test.Loss);
            json.WriteNumber("test_accuracy", test.Accuracy ?? 0);
            json.WriteNumber("test_images", test.Count);
            json.WriteNumber("seconds", history.Seconds);
            json.WriteNumber("checkpoint_seconds", history.CheckpointSeconds);
            json.WriteNumber("checkpoint_write_seconds", history.CheckpointWriteSeconds);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
