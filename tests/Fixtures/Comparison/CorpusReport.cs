namespace CnnGen.Fixtures;

/// <summary>What became of the models of one corpus.</summary>
/// <param name="Corpus">Its name.</param>
/// <param name="Outcomes">In the order of the file.</param>
public sealed record CorpusReport(string Corpus, IReadOnlyList<Outcome> Outcomes)
{
    /// <summary>The models on which the language and Keras differ.</summary>
    public IReadOnlyList<Outcome> Differences => Of(Verdict.Differs);

    /// <summary>How many models came to a verdict.</summary>
    public int Count(Verdict verdict) => Of(verdict).Count;

    /// <summary>The corpus on one line: <c>keras_valid: 231 agree, 0 differ, 69 not offered (GRU 16, …)</c>.</summary>
    public override string ToString()
    {
        string[] lacking =
        [
            .. Of(Verdict.NotOffered)
                .GroupBy(static outcome => outcome.Reason)
                .OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal)
                .Select(static group => $"{group.Key} {group.Count()}"),
        ];
        return $"{Corpus}: {Count(Verdict.Agrees)} agree, {Count(Verdict.Differs)} differ, {Count(Verdict.NotOffered)} not offered"
            + (lacking.Length == 0 ? "" : $" ({string.Join(", ", lacking)})");
    }

    private IReadOnlyList<Outcome> Of(Verdict verdict) => [.. Outcomes.Where(outcome => outcome.Verdict == verdict)];
}
