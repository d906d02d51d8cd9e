namespace CnnGen.Benchmarks.Peer;

/// <summary>A Markdown file of which one section is measured; what people wrote around it stays.</summary>
internal static class MarkdownReport
{
    private const string Begin = "<!-- measured: begin; written by `peer --markdown`, all around it by hand -->";
    private const string End = "<!-- measured: end -->";

    /// <summary>Replaces the measured section, or adds it at the end; a file that is not there is made.</summary>
    public static void Write(string path, string measured)
    {
        var old = File.Exists(path) ? File.ReadAllText(path) : "# Speed against PyTorch, libtorch and ONNX Runtime\n\n";
        File.WriteAllText(path, Replace(old, measured));
    }

    private static string Replace(string text, string measured)
    {
        var section = $"{Begin}\n{measured.TrimEnd()}\n{End}";
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        if (begin < 0) return $"{text.TrimEnd()}\n\n{section}\n";
        var end = text.IndexOf(End, begin, StringComparison.Ordinal);
        if (end < 0) throw new InvalidOperationException($"the measured section has lost its last line, {End}.");
        return text[..begin] + section + text[(end + End.Length)..];
    }
}
