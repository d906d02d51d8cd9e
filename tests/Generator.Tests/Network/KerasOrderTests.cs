using System.Text.Json;
using CnnGen.Generator.Network.Keras;
using CnnGen.Fixtures;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>The order of a functional model's rows.</summary>
public sealed class KerasOrderTests
{
    [Fact]
    public void A_chain_keeps_its_order() => Sort([[], [0], [1], [2]], [3]).ShouldBe([0, 1, 2, 3]);

    /// <summary>A longer branch starts earlier, wherever it is declared: conv 2 feeds the output directly, conv 1 through conv 3.</summary>
    [Fact]
    public void A_longer_branch_starts_earlier() => Sort([[], [0], [0], [1], [2, 3]], [4]).ShouldBe([0, 1, 2, 3, 4]);

    [Fact]
    public void Branches_of_one_depth_stand_as_the_merge_names_them() => Sort([[], [0], [0], [2, 1]], [3]).ShouldBe([0, 2, 1, 3]);

    [Fact]
    public void A_layer_stands_above_all_that_read_it() => Sort([[], [0], [1], [2], [1, 3]], [1, 4]).ShouldBe([0, 1, 2, 3, 4]);

    /// <summary>The second input is read late, so that it stands low.</summary>
    [Fact]
    public void An_input_stands_just_above_its_reader() => Sort([[], [], [0], [2], [3, 1]], [4]).ShouldBe([0, 2, 3, 1, 4]);

    [Fact]
    public void Inputs_that_no_output_needs_stay_and_come_first_of_the_last() =>
        Sort([[], [], [], [1], [3]], [4]).ShouldBe([1, 3, 0, 2, 4]);

    [Fact]
    public void Layers_that_reach_no_output_are_dropped()
    {
        KerasRows rows = KerasOrder.Sort([[], [0], [1], [1], [3]], [2]);

        rows.Layers.ShouldBe([0, 1, 2]);
        rows.Dropped.ShouldBe([3, 4]);
    }

    /// <summary>Inputs 0 and 1 through one layer (nodes 2 and 3), joined: one row for the layer.</summary>
    [Fact]
    public void A_shared_layer_has_one_row() =>
        KerasOrder.Sort([[], [], [0], [1], [2, 3]], [4], layerOf: [0, 1, 2, 2, 3]).Layers.ShouldBe([0, 1, 2, 3]);

    /// <summary>A layer called on its own output is as deep as its first call.</summary>
    [Fact]
    public void A_layer_used_twice_in_a_chain_is_as_deep_as_its_first_call() =>
        KerasOrder.Sort([[], [0], [1], [2], [3]], [4], layerOf: [0, 1, 2, 1, 3]).Layers.ShouldBe([0, 1, 2, 3]);

    [Fact]
    public void Long_chains_need_no_deep_stack()
    {
        const int Length = 200_000;

        Sort([.. Enumerable.Range(0, Length).Select(i => i == 0 ? Array.Empty<int>() : [i - 1])], [Length - 1])
            .ShouldBe(Enumerable.Range(0, Length));
    }

    [CorpusFact("keras_graph")]
    public void Orders_drawn_graphs_as_Keras_does()
    {
        int count = 0;
        foreach (string line in FixtureFolder.Lines(FixtureFolder.Find("keras_graph")!))
        {
            JsonElement fixture = JsonDocument.Parse(line).RootElement;
            JsonElement model = fixture.GetProperty("model");
            JsonElement[] layers = [.. model.GetProperty("layers").EnumerateArray()];
            string[] names = [.. Names(model.GetProperty("inputs")), .. Names(model.GetProperty("layers"))];
            int[][] inputs =
            [
                .. model.GetProperty("inputs").EnumerateArray().Select(_ => Array.Empty<int>()),
                .. layers.Select(layer => Strings(layer.GetProperty("inbound")).Select(name => Array.IndexOf(names, name)).ToArray()),
            ];
            int[] outputs = [.. Strings(model.GetProperty("outputs")).Select(name => Array.IndexOf(names, name))];

            Sort(inputs, outputs).Select(node => names[node])
                .ShouldBe(Strings(fixture.GetProperty("summary_order")), fixture.GetProperty("id").GetString());
            count++;
        }

        count.ShouldBeGreaterThan(0);
    }

    private static IReadOnlyList<int> Sort(int[][] inputs, int[] outputs) => KerasOrder.Sort(inputs, outputs).Layers;

    private static IEnumerable<string> Names(JsonElement layers) =>
        layers.EnumerateArray().Select(static layer => layer.GetProperty("name").GetString()!);

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(static item => item.GetString()!);
}
