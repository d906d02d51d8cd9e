namespace CnnGen;

/// <summary>Style sheet and scripts, which are files of their own beside this one and are embedded in the library.</summary>
internal static class ReportResources
{
    /// <summary>The text of a file by its name.</summary>
    public static string Text(string name)
    {
        using Stream stream = typeof(ReportResources).Assembly.GetManifestResourceStream("CnnGen.Reports." + name)
            ?? throw new InvalidOperationException($"The library has no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
