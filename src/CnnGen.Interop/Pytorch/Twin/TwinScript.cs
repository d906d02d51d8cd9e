namespace CnnGen.Interop;

/// <summary>The parts of the file that are the same for all networks: Python beside this source.</summary>
internal static class TwinScript
{
    /// <summary>The docstring with the summary, and what is imported.</summary>
    public static void Heading(PythonWriter writer, ModelSummary model)
    {
        bool trains = model.Training.Count > 0;
        writer.Line($"\"\"\"{PythonText.Docstring(model.Name)} for PyTorch, written by CnnGen.");
        writer.Line();
        writer.Lines(PythonText.Docstring(model.ToString()).Split('\n'));
        if (trains)
        {
            writer.Line();
            writer.Lines(Text("usage").Split('\n'));
        }

        writer.Line("\"\"\"");
        writer.Lines(Text(trains ? "imports" : "few_imports").Split('\n'));
    }

    /// <summary>A part, two lines below what is above.</summary>
    public static void Part(PythonWriter writer, string name)
    {
        writer.Line();
        writer.Line();
        writer.Lines(Text(name).Split('\n'));
    }

    private static string Text(string name)
    {
        using Stream stream = typeof(TwinScript).Assembly.GetManifestResourceStream($"CnnGen.Interop.Twin.{name}.py")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n');
    }
}
