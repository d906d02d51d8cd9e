namespace CnnGen.Benchmarks.Peer;

/// <summary>The comparison as Markdown.</summary>
internal static class PeerTable
{
    public static string Text(IReadOnlyList<ModelComparison> models) =>
        string.Join('\n',
        [
            "| what | model | CnnGen | PyTorch | ratio | goal | met |",
            "| - | -: | -: | -: | -: | -: | - |",
            .. Goal.Rows(models),
        ]);
}
