namespace CnnGen.Interop;

/// <summary>The whole file.</summary>
internal static class TwinText
{
    public static string Of(ModelSummary model)
    {
        var graph = new TwinGraph(model);
        string name = PythonNames.Class(model.Name);
        var writer = new PythonWriter();
        TwinScript.Heading(writer, model);
        if (graph.Graph.Calls.Any(static call => call.ClassName == "Normalization" && call.Numbers("mean") is null))
        {
            TwinScript.Part(writer, "statistics");
        }

        writer.Line();
        writer.Line();
        TwinClass.Write(writer, model, graph, name);
        TwinScript.Part(writer, "safetensors");
        if (model.Training.Count > 0)
        {
            TwinTraining.Write(writer, model, graph, name);
        }

        return writer.ToString();
    }
}
