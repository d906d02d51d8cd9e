namespace CnnGen.Tests;

public sealed class ModelSummaryTests
{
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
        ModelSummary summary = Small();

        (summary.ToTable(SummaryColumns.All) + "\n").ShouldBe(TableModels.Expected("columns"));
        summary.ToTable(SummaryColumns.None).ShouldBe(summary.ToString());
    }

    [Fact]
    public void Columns_on_request_are_framed_too() =>
        (Small().ToTable(new SummaryOptions { Style = SummaryStyle.Keras3, Columns = SummaryColumns.All }) + "\n")
            .ShouldBe(TableModels.Expected("keras3.columns"));

    [Fact]
    public void Prints_in_the_style_of_Keras_3() =>
        (NotebookSummaryTests.Build(6).ToString(SummaryStyle.Keras3) + "\n").ShouldBe(TableModels.Expected("keras3.seed6"));

    [Fact]
    public void Prints_Trainable_nested_layers_and_calls_as_asked()
    {
        var summary = new ModelSummary("model", [.. TableModels.Shared.Select(Layer)]);
        var options = new SummaryOptions { Style = SummaryStyle.Keras3, ExpandNested = true, ShowTrainable = true, LineLength = 120 };

        summary.ToTable(options).ShouldBe(
            Keras3Table.Print("model", TableModels.Shared, new() { ExpandNested = true, ShowTrainable = true, LineLength = 120 }));
        summary.ToTable(options with { Style = SummaryStyle.Keras2 }).ShouldBe(
            KerasTable.Print("model", TableModels.Shared, new() { ExpandNested = true, ShowTrainable = true, LineLength = 120 }));
    }

    [Fact]
    public void An_unknown_style_is_refused() =>
        Should.Throw<ArgumentException>(() => Small().ToString((SummaryStyle)7));

    [Fact]
    public void Rows_are_equal_by_value()
    {
        LayerSummary Row(int width) => new("conv2d", "Conv2D", [6, width, 4], 40, 40, 1, 2, 3, ["a"]) { Layers = [Nested()] };
        LayerSummary Nested() => new("dense", "Dense", [4], 8, 8, 1, 2, 3, []);

        Row(6).ShouldBe(Row(6));
        Row(6).GetHashCode().ShouldBe(Row(6).GetHashCode());
        Row(6).ShouldNotBe(Row(7));
        Row(6).ShouldNotBe(Row(6) with { Trainable = false });
        Row(6).ShouldNotBe(Row(6) with { ShapeVaries = true });
        Row(6).ShouldNotBe(Row(6) with { Connections = [new("a", Call: 1)] });
        Row(6).ShouldNotBe(Row(6) with { Layers = [] });
        Row(6).ShouldBe(Row(6) with { Connections = [new("a")] });
    }

    private static ModelSummary Small() => new Rows(8, 8, 1).Conv("conv2d", 4, 3, 1, false).Flatten("flatten").Build("m");

    private static LayerSummary Layer(KerasRow row)
    {
        LayerConnection[] connections = [.. row.Connections.Select(Connection)];
        return new(row.Name, row.ClassName, row.OutputShape, row.Parameters, row.TrainableParameters, 0, 0, 1,
            [.. connections.Select(static connection => connection.Layer)])
        {
            Connections = connections,
            ShapeVaries = row.ShapeVaries,
            Trainable = row.Trainable,
            Layers = [.. row.Layers.Select(Layer)],
        };
    }

    private static LayerConnection Connection(string text)
    {
        string[] parts = text.Split('[', ']');
        return new(parts[0], int.Parse(parts[1]), int.Parse(parts[3]));
    }
}
