using System.Text.Json;
using CnnGen.Fixtures;

namespace CnnGen.Tests;

/// <summary>Both printers against the texts of models drawn at random, byte for byte.</summary>
public sealed class FixtureTableTests
{
    [CorpusFact("keras_valid")]
    public void Prints_drawn_chains_as_Keras_does() => PrintsAsKeras("keras_valid");

    [CorpusFact("keras_graph")]
    public void Prints_drawn_graphs_as_Keras_does() => PrintsAsKeras("keras_graph");

    private static void PrintsAsKeras(string corpus)
    {
        int count = 0;
        foreach (string line in FixtureFolder.Lines(FixtureFolder.Find(corpus)!))
        {
            JsonElement fixture = JsonDocument.Parse(line).RootElement;
            string id = fixture.GetProperty("id").GetString()!;
            string name = fixture.GetProperty("model").GetProperty("name").GetString()!;
            KerasRow[] rows = FixtureRows.Of(fixture);

            (KerasTable.Print(name, rows) + "\n").ShouldBe(fixture.GetProperty("summary_k2").GetString(), id);
            (Keras3Table.Print(name, rows) + "\n").ShouldBe(fixture.GetProperty("summary_k3").GetString(), id);
            count++;
        }

        count.ShouldBeGreaterThan(0);
    }
}
