using System.Globalization;
using System.Text.Json;

namespace CnnGen.Tests;

public sealed class KerasTableTests
{
    [Fact]
    public void A_branching_model_gets_the_fourth_column()
    {
        KerasTable.Row[] rows =
        [
            new("input_1", "InputLayer", [32, 32, 3], 0, 0, []),
            new("conv2d", "Conv2D", [32, 32, 32], 896, 896, ["input_1"]),
            new("batch_normalization", "BatchNormalization", [32, 32, 32], 128, 64, ["conv2d"]),
            new("re_lu", "ReLU", [32, 32, 32], 0, 0, ["batch_normalization"]),
            new("conv2d_1", "Conv2D", [32, 32, 32], 9248, 9248, ["re_lu"]),
            new("add", "Add", [32, 32, 32], 0, 0, ["conv2d_1", "re_lu"]),
            new("max_pooling2d", "MaxPooling2D", [16, 16, 32], 0, 0, ["add"]),
            new("conv2d_2", "Conv2D", [16, 16, 16], 528, 528, ["max_pooling2d"]),
            new("conv2d_3", "Conv2D", [16, 16, 16], 12816, 12816, ["max_pooling2d"]),
            new("concatenate", "Concatenate", [16, 16, 64], 0, 0, ["max_pooling2d", "conv2d_2", "conv2d_3"]),
            new("flatten", "Flatten", [16384], 0, 0, ["concatenate"]),
            new("dense", "Dense", [1024], 16778240, 16778240, ["flatten"]),
            new("dense_1", "Dense", [10], 10250, 10250, ["dense"]),
        ];

        (KerasTable.Print("model", rows) + "\n").ShouldBe(Expected("branching"));
    }

    [FixtureFact]
    public void Prints_300_drawn_chains_as_Keras_does()
    {
        int count = 0;
        foreach (JsonElement fixture in Fixtures.Read("keras_valid.jsonl.gz"))
        {
            Text(fixture, Chain(fixture)).ShouldBe(fixture.GetProperty("summary_k2").GetString(), fixture.GetProperty("id").GetString());
            count++;
        }

        count.ShouldBe(300);
    }

    [FixtureFact]
    public void Prints_50_drawn_graphs_as_Keras_does()
    {
        int count = 0;
        foreach (JsonElement fixture in Fixtures.Read("keras_graph.jsonl.gz"))
        {
            Text(fixture, Graph(fixture)).ShouldBe(fixture.GetProperty("summary_k2").GetString(), fixture.GetProperty("id").GetString());
            count++;
        }

        count.ShouldBe(50);
    }

    [Theory]
    [InlineData(0, "0.00 Byte")]
    [InlineData(4, "4.00 Byte")]
    [InlineData(1023, "1023.00 Byte")]
    [InlineData(1024, "1.00 KB")]
    [InlineData(1152, "1.12 KB")] // 1.125: half to even, as in Python
    [InlineData(1408, "1.38 KB")] // 1.375
    [InlineData(1792, "1.75 KB")]
    [InlineData(8010792, "7.64 MB")]
    [InlineData(1L << 40, "1.00 TB")]
    [InlineData(1L << 62, "4096.00 PB")]
    public void Sizes_are_written_as_Keras_writes_them(long bytes, string expected) => KerasTable.Size(bytes).ShouldBe(expected);

    [Fact]
    public void Sizes_are_rounded_as_Python_rounds_them()
    {
        for (int bytes = 1024; bytes < 1 << 20; bytes++)
        {
            // .NET rounds the exact binary value here, which for a multiple of 1/1024 is Python's text.
            string expected = (bytes / 1024.0).ToString("F2", CultureInfo.InvariantCulture) + " KB";
            if (KerasTable.Size(bytes) != expected)
            {
                KerasTable.Size(bytes).ShouldBe(expected, $"{bytes} bytes");
            }
        }
    }

    [Fact]
    public void Every_line_of_a_row_is_padded_to_the_table()
    {
        ModelSummary summary = new Rows(8, 8, 1).Conv(new string('x', 100), 4, 3, 1, false).Flatten("flatten").Build("m");

        string[] lines = summary.ToString().Split('\n');
        lines[2..^5].ShouldAllBe(line => line.Length == 65);
        lines[^1].ShouldBe(new string('_', 65));
    }

    [Fact]
    public void Columns_on_request_stand_to_the_right_of_Kerass()
    {
        ModelSummary summary = new Rows(8, 8, 1).Conv("conv2d", 4, 3, 1, false).Flatten("flatten").Build("m");

        (summary.ToTable(SummaryColumns.All) + "\n").ShouldBe(Expected("columns"));
        summary.ToTable(SummaryColumns.None).ShouldBe(summary.ToString());
    }

    [Fact]
    public void Rows_are_equal_by_value()
    {
        LayerSummary Row(int width) => new("conv2d", "Conv2D", [6, width, 4], 40, 40, 1, 2, 3, ["a"]);

        Row(6).ShouldBe(Row(6));
        Row(6).GetHashCode().ShouldBe(Row(6).GetHashCode());
        Row(6).ShouldNotBe(Row(7));
    }

    private static string Expected(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Summary", "Expected", $"{name}.verified.txt"));

    private static string Text(JsonElement fixture, KerasTable.Row[] rows) =>
        KerasTable.Print(fixture.GetProperty("model").GetProperty("name").GetString()!, rows) + "\n";

    private static KerasTable.Row[] Chain(JsonElement fixture)
    {
        JsonElement[] layers = [.. fixture.GetProperty("expect").GetProperty("layers").EnumerateArray()];
        return [.. layers.Select((layer, i) => Row(layer, i == 0 ? [] : [layers[i - 1].GetProperty("name").GetString()!]))];
    }

    private static KerasTable.Row[] Graph(JsonElement fixture)
    {
        Dictionary<string, KerasTable.Row> rows = [];
        JsonElement model = fixture.GetProperty("model");
        foreach (JsonElement input in model.GetProperty("inputs").EnumerateArray())
        {
            string name = input.GetProperty("name").GetString()!;
            rows[name] = new KerasTable.Row(name, "InputLayer", Numbers(input.GetProperty("shape")), 0, 0, []);
        }

        Dictionary<string, string[]> inputs = model.GetProperty("layers").EnumerateArray().ToDictionary(
            layer => layer.GetProperty("name").GetString()!,
            layer => layer.GetProperty("inbound").EnumerateArray().Select(name => name.GetString()!).ToArray());
        foreach (JsonElement layer in fixture.GetProperty("expect").GetProperty("layers").EnumerateArray())
        {
            string name = layer.GetProperty("name").GetString()!;
            rows[name] = Row(layer, inputs[name]);
        }

        return [.. fixture.GetProperty("summary_order").EnumerateArray().Select(name => rows[name.GetString()!])];
    }

    private static KerasTable.Row Row(JsonElement layer, string[] inputs) => new(
        layer.GetProperty("name").GetString()!,
        layer.GetProperty("class").GetString()!,
        Numbers(layer.GetProperty("output_shape"))[1..],
        layer.GetProperty("params").GetInt64(),
        layer.GetProperty("trainable").GetInt64(),
        inputs);

    private static int[] Numbers(JsonElement array) =>
        [.. array.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? 0 : item.GetInt32())];
}
