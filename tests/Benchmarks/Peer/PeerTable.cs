namespace CnnGen.Benchmarks.Peer;

/// <summary>The comparison as Markdown.</summary>
internal static class PeerTable
{
    public static string Text(IReadOnlyList<ModelComparison> models) =>
        string.Join('\n',
        [
            $"| what | model | {models[0].Ours.Library} | {models[0].Theirs.Library} | ratio | goal | met |",
            "| - | -: | -: | -: | -: | -: | - |",
            .. Goal.Rows(models),
        ]);
}
