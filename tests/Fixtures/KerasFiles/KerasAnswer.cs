using System.Text.Json;

namespace CnnGen.Fixtures;

/// <summary>What Keras gave for a model: <c>NAME.json</c>.</summary>
/// <param name="Inputs">What was put in.</param>
/// <param name="Outputs">What came out, in inference.</param>
/// <param name="Noise">How far float64 gives another answer.</param>
/// <param name="Parameters">How many weights Keras counts.</param>
internal sealed record KerasAnswer(IReadOnlyList<KerasTensor> Inputs, IReadOnlyList<KerasTensor> Outputs, double Noise, long Parameters)
{
    public static KerasAnswer Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        JsonElement root = document.RootElement;
        return new KerasAnswer(
            [.. root.GetProperty("inputs").EnumerateArray().Select(KerasTensor.Parse)],
            [.. root.GetProperty("outputs").EnumerateArray().Select(KerasTensor.Parse)],
            root.TryGetProperty("float32_noise", out JsonElement noise) && noise.ValueKind == JsonValueKind.Number ? noise.GetDouble() : 0,
            root.GetProperty("summary_params").GetInt64());
    }
}

/// <summary>Numbers in a shape that has the batch.</summary>
internal sealed record KerasTensor(int[] Shape, float[] Values)
{
    public static KerasTensor Parse(JsonElement tensor)
    {
        var values = new List<float>();
        Collect(tensor.GetProperty("data"), values);
        return new KerasTensor(tensor.GetProperty("shape").Integers(), [.. values]);
    }

    private static void Collect(JsonElement data, List<float> values)
    {
        if (data.ValueKind == JsonValueKind.Number)
        {
            values.Add((float)data.GetDouble());
            return;
        }

        foreach (JsonElement item in data.EnumerateArray())
        {
            Collect(item, values);
        }
    }
}
