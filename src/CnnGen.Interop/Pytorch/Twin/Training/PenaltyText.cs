namespace CnnGen.Interop;

/// <summary>What regularized weights add to the loss.</summary>
internal static class PenaltyText
{
    /// <summary>What the twin cannot train with, in words; empty where there is nothing.</summary>
    public static IReadOnlyList<string> Lacking(TwinGraph graph, DeclaredTraining training) =>
    [
        .. graph.Graph.Calls.Where(static call => call.Layer.Trainable && Argued(call, "kernelConstraint", "biasConstraint")).Select(static call => $"the constraints of {call.Path}"),
        .. graph.Graph.Calls.Where(static call => Argued(call, "activityL1", "activityL2") || call.ClassName == "ActivityRegularization").Select(static call => $"what the outputs of {call.Path} cost"),
        .. training.Outputs.SelectMany(static output => new[] { "classWeights", "balanceClasses", "weighted", "ignoredClass" }.Where(output.Has).Select(name => $"{name} of {output.Name}")),
    ];

    public static void Write(PythonWriter writer, TwinGraph graph, DeclaredTraining training)
    {
        IReadOnlyList<string> lacking = Lacking(graph, training);
        string[] terms = [.. graph.Graph.Calls.DistinctBy(static call => call.Module).Where(static call => call.Layer.Trainable).SelectMany(call => Terms(call, graph))];
        writer.Line();
        writer.Line();
        writer.Block("def penalty(network):", () =>
        {
            writer.Line("\"\"\"What regularized weights add to the loss.\"\"\"");
            if (lacking.Count > 0)
            {
                writer.Line($"raise NotImplementedError({PythonText.String($"Write this here or in train: {string.Join(", ", lacking)}")})");
            }
            else if (terms.Length == 0)
            {
                writer.Line("return 0.0");
            }
            else
            {
                writer.Line("return (");
                writer.Lines(terms.Select(static (term, i) => i == 0 ? $"    {term}" : $"    + {term}"));
                writer.Line(")");
            }
        });
    }

    private static bool Argued(LayerCall call, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (call.ArgumentWord(name) is { } word ? word != "None" : call.Argument(name, 0) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Terms(LayerCall call, TwinGraph graph)
    {
        string[] kernels = call.ClassName.StartsWith("Separable", StringComparison.Ordinal)
            ? [graph.Modules.At(call.ModuleOf("depthwise"), "network"), graph.Modules.At(call.ModuleOf("pointwise"), "network")]
            : [graph.Modules.At(call.Module, "network")];
        return kernels.SelectMany(kernel => Of(kernel + ".weight", "kernel")).Concat(Of(kernels[^1] + ".bias", "bias"));

        IEnumerable<string> Of(string weight, string part)
        {
            if (call.Argument($"{part}L1", 0) is var l1 and > 0)
            {
                yield return $"{PythonText.Real(l1)} * {weight}.abs().sum()";
            }

            if (call.Argument($"{part}L2", 0) is var l2 and > 0)
            {
                yield return $"{PythonText.Real(l2)} * {weight}.square().sum()";
            }
        }
    }
}
