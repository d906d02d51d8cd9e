using Microsoft.CodeAnalysis;

namespace CnnGen.Fixtures;

/// <summary>Compares what the language makes of the models of a corpus with what Keras says of them.</summary>
public sealed class CorpusComparison
{
    private readonly List<(Fixture Fixture, ModelSource? Model, ModelSource? Prefix, string? Lacking)> _items = [];
    private readonly bool _runs;

    private CorpusComparison(IEnumerable<Fixture> fixtures, bool runs)
    {
        _runs = runs;
        foreach (Fixture fixture in fixtures)
        {
            _items.Add(Translate(fixture, _items.Count));
        }
    }

    /// <summary>Compares a file of JSON lines; <see langword="null"/> if it holds no models.</summary>
    /// <param name="file">The corpus.</param>
    /// <param name="runs">Whether models that Keras accepts are also run, forwards and backwards.</param>
    public static CorpusReport? Compare(string file, bool runs = false)
    {
        Fixture[] fixtures = [.. FixtureFolder.Lines(file).Select(Fixture.Parse).OfType<Fixture>()];
        return fixtures.Length == 0 ? null : new CorpusReport(FixtureFolder.CorpusOf(file), new CorpusComparison(fixtures, runs).Outcomes());
    }

    private static (Fixture, ModelSource?, ModelSource?, string?) Translate(Fixture fixture, int index)
    {
        try
        {
            // A model without layers is an error of the language only.
            int prefix = fixture.Refusal is null ? 0 : fixture.Rows.Count;
            return (
                fixture,
                ModelSource.Write(fixture.Model, $"Model{index}"),
                prefix == 0 ? null : ModelSource.Write(fixture.Model.Prefix(prefix), $"Prefix{index}"),
                null);
        }
        catch (NotOfferedException lacking)
        {
            return (fixture, null, null, lacking.What);
        }
    }

    private List<Outcome> Outcomes()
    {
        using var batch = new ModelBatch([.. _items.SelectMany(item => new[] { item.Model, item.Prefix }).OfType<ModelSource>()]);
        return [.. _items.Select(item => item.Lacking is not null
            ? new Outcome(item.Fixture.Id, Verdict.NotOffered, item.Lacking)
            : Judge(item.Fixture, item.Model!, item.Prefix))];

        Outcome Judge(Fixture fixture, ModelSource model, ModelSource? prefix)
        {
            string? difference = fixture.Refusal is { } refusal
                ? RefusalCheck.Difference(refusal, model, batch.Errors(model)) ?? Accepted(fixture, prefix)
                : Accepted(fixture, model);
            return new Outcome(fixture.Id, difference is null ? Verdict.Agrees : Verdict.Differs, difference ?? "");
        }

        string? Accepted(Fixture fixture, ModelSource? model)
        {
            if (model is null)
            {
                return null;
            }

            IReadOnlyList<Diagnostic> errors = batch.Errors(model);
            return errors.Count > 0
                ? $"refused: {string.Join("; ", errors.Select(error => error.GetMessage()))}"
                : SummaryCheck.Difference(fixture, batch.Type(model))
                    ?? (_runs && fixture.Refusal is null ? RunCheck.Difference(fixture, batch.Type(model)) : null);
        }
    }
}
