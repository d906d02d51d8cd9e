namespace CnnGen.Tests;

/// <summary>The texts were drawn by rich with the code of Keras 3.</summary>
public sealed class Keras3TableTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(76)]
    [InlineData(96)]
    [InlineData(108)]
    public void A_branching_model_gets_the_fourth_column(int length) =>
        Print(TableModels.Branching, new KerasTableOptions { LineLength = length }).ShouldBe(TableModels.Expected($"keras3.branching{length}"));

    [Fact]
    public void Connections_stand_beside_Trainable() =>
        Print(TableModels.Branching, new KerasTableOptions { LineLength = 120, ShowTrainable = true })
            .ShouldBe(TableModels.Expected("keras3.branching120.trainable"));

    [Theory]
    [InlineData(76)]
    [InlineData(100)]
    public void Nested_layers_are_indented(int length) =>
        Print(TableModels.Nested, new KerasTableOptions { LineLength = length, ShowTrainable = true, ExpandNested = true }, "sequential")
            .ShouldBe(TableModels.Expected($"keras3.nested{length}"));

    [Fact]
    public void A_shared_layer_shows_what_its_calls_read() =>
        Print(TableModels.Shared, new KerasTableOptions { ExpandNested = true }).ShouldBe(TableModels.Expected("keras3.shared"));

    [Fact]
    public void Seventy_six_columns_are_the_default() =>
        Print(TableModels.Branching, new KerasTableOptions()).ShouldBe(TableModels.Expected("keras3.branching76"));

    [Fact]
    public void A_line_without_room_is_refused_as_by_Keras() =>
        Should.Throw<ArgumentException>(() => Print(TableModels.Branching, new KerasTableOptions { LineLength = 17 }))
            .Message.ShouldBe("Insufficient console width to print summary.");

    private static string Print(IReadOnlyList<KerasRow> rows, KerasTableOptions options, string name = "model") =>
        Keras3Table.Print(name, rows, options) + "\n";
}
