using System.Text.Json;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit.Abstractions;

namespace CnnGen.Generator.Tests;

/// <summary>What Keras itself says of models drawn at random, for as much of each as the language offers.</summary>
public class KerasFixtureTests(ITestOutputHelper output)
{
    [KerasFixture.Fact("keras_valid")]
    public void Summaries_are_Kerass()
    {
        var differ = new List<string>();
        int whole = 0, beginnings = 0, notOffered = 0;
        foreach (JsonElement fixture in KerasFixture.Read("keras_valid"))
        {
            JsonElement model = fixture.GetProperty("model");
            List<string> layers = KerasTranslation.OfferedLayers(model);
            bool complete = layers.Count == model.GetProperty("layers").GetArrayLength();
            if (layers.Count == 0)
            {
                notOffered++;
                continue;
            }

            string expected = fixture.GetProperty("summary_k2").GetString()!.TrimEnd('\n');
            GeneratorRun run = Generate(model, layers);
            string actual = run.Diagnostics.IsEmpty ? run.SummaryConstant() : string.Join('\n', run.Diagnostics);
            if (complete ? actual == expected : Rows(actual, layers.Count) == Rows(expected, layers.Count))
            {
                _ = complete ? whole++ : beginnings++;
            }
            else
            {
                differ.Add($"{fixture.GetProperty("id")}:\n{string.Join('\n', layers)}\n{actual}\nKeras:\n{expected}");
            }
        }

        output.WriteLine($"agree: {whole} models and the beginnings of {beginnings}; differ: {differ.Count}; not offered: {notOffered}");
        differ.ShouldBeEmpty();
        whole.ShouldBeGreaterThan(0);
    }

    [KerasFixture.Fact("keras_invalid")]
    public void The_planted_fault_is_the_one_that_is_reported()
    {
        var differ = new List<string>();
        int agree = 0, notOffered = 0;
        foreach (JsonElement fixture in KerasFixture.Read("keras_invalid"))
        {
            JsonElement model = fixture.GetProperty("model");
            int planted = fixture.GetProperty("reject").GetProperty("layer_index").GetInt32();
            List<string> layers = model.GetProperty("kind").GetString() == "sequential" ? KerasTranslation.OfferedLayers(model) : [];
            if (planted < 0 || layers.Count <= planted)
            {
                notOffered++;
                continue;
            }

            string layer = fixture.GetProperty("reject").GetProperty("layer").GetString()!;
            if (RefusedAt(Generate(model, layers), planted, layer))
            {
                agree++;
            }
            else
            {
                differ.Add($"{fixture.GetProperty("id")}: {fixture.GetProperty("reject").GetProperty("reason")} at {layer}\n"
                    + $"{string.Join('\n', layers)}\n{string.Join('\n', Generate(model, layers).Diagnostics)}");
            }
        }

        output.WriteLine($"agree: {agree}; differ: {differ.Count}; not offered: {notOffered}");
        differ.ShouldBeEmpty();
        agree.ShouldBeGreaterThan(0);
    }

    private static GeneratorRun Generate(JsonElement model, List<string> layers) =>
        ModelCompiler.Generate(KerasTranslation.Declaration("sequential", model.GetProperty("input_shape"), layers)).DidNotCrash();

    /// <summary>One error, on the planted layer: ours, naming it, or the compiler's where C# has no such argument.</summary>
    private static bool RefusedAt(GeneratorRun run, int planted, string layer)
    {
        // The usings stand on line 0.
        int line = KerasTranslation.FirstLayerLine + planted;
        Diagnostic? error = run.Diagnostics.SingleOrDefault();
        return error is not null
            ? error.Severity == DiagnosticSeverity.Error && Line(error) == line && error.GetMessage().Contains(layer)
            : run.Output.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error && Line(d) == line);
    }

    private static int Line(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line;

    /// <summary>A summary down to the blank line below its n-th layer.</summary>
    private static string Rows(string summary, int layers)
    {
        int left = layers;
        return string.Join('\n', summary.Split('\n').TakeWhile(line => left > 0 && (string.IsNullOrWhiteSpace(line) ? left-- : left) > 0));
    }
}
