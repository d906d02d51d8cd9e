namespace CnnGen.Tests;

/// <summary>The texts were printed by Keras 2.14.</summary>
public sealed class KerasTableTests
{
    [Fact]
    public void A_branching_model_gets_the_fourth_column() =>
        Print(TableModels.Branching, new KerasTableOptions()).ShouldBe(TableModels.Expected("branching"));

    [Fact]
    public void Nested_layers_are_framed() =>
        Print(TableModels.Nested, new KerasTableOptions { ExpandNested = true }, "sequential").ShouldBe(TableModels.Expected("nested"));

    [Fact]
    public void Trainable_is_a_column_on_request() =>
        Print(TableModels.Nested, new KerasTableOptions { ExpandNested = true, ShowTrainable = true }, "sequential")
            .ShouldBe(TableModels.Expected("nested.trainable"));

    [Fact]
    public void A_shared_layer_shows_what_its_calls_read() =>
        Print(TableModels.Shared, new KerasTableOptions { ExpandNested = true, ShowTrainable = true }).ShouldBe(TableModels.Expected("shared"));

    [Fact]
    public void A_shorter_line_narrows_the_columns() =>
        Print(TableModels.Branching, new KerasTableOptions { LineLength = 60 }).ShouldBe(TableModels.Expected("branching60"));

    [Fact]
    public void A_line_without_room_is_refused() =>
        Should.Throw<ArgumentException>(() => Print(TableModels.Nested, new KerasTableOptions { LineLength = 6 }));

    private static string Print(IReadOnlyList<KerasRow> rows, KerasTableOptions options, string name = "model") =>
        KerasTable.Print(name, rows, options) + "\n";
}
