using System.Text.Json;

namespace CnnGen.Tests;

/// <summary>Both printers against the texts of models drawn at random, byte for byte.</summary>
public sealed class FixtureTableTests
{
    [FixtureFact]
    public void Prints_300_drawn_chains_as_Keras_does() => PrintsAsKeras("keras_valid.jsonl.gz").ShouldBe(300);

    [FixtureFact]
    public void Prints_50_drawn_graphs_as_Keras_does() => PrintsAsKeras("keras_graph.jsonl.gz").ShouldBe(50);

    private static int PrintsAsKeras(string file)
    {
        int count = 0;
        foreach (JsonElement fixture in Fixtures.Read(file))
        {
            string id = fixture.GetProperty("id").GetString()!;
            string name = fixture.GetProperty("model").GetProperty("name").GetString()!;
            KerasRow[] rows = FixtureRows.Of(fixture);

            (KerasTable.Print(name, rows) + "\n").ShouldBe(fixture.GetProperty("summary_k2").GetString(), id);
            (Keras3Table.Print(name, rows) + "\n").ShouldBe(fixture.GetProperty("summary_k3").GetString(), id);
            count++;
        }

        return count;
    }
}
