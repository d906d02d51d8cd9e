using CnnGen.Interop;
using Microsoft.CodeAnalysis;

namespace CnnGen.Fixtures;

/// <summary>
/// Moves models of Keras over: each is declared from its file, all are compiled together, loaded, run beside Keras's outputs, saved, and read
/// back.
/// </summary>
public static class KerasFileComparison
{
    /// <summary>Compares all models of a folder.</summary>
    public static CorpusReport Compare(KerasFileSet files)
    {
        IReadOnlyList<KerasFileModel> models = KerasFileModel.All(files);
        using var batch = new ModelBatch([.. models.Where(static model => model.Declaration.Lacking.Count == 0).Select(static model => model.Source).OfType<ModelSource>()]);
        return new CorpusReport("keras-files", [.. models.Select(model => Judge(files, model, batch))]);
    }

    private static Outcome Judge(KerasFileSet files, KerasFileModel model, ModelBatch batch)
    {
        (string name, KerasDeclaration declaration, ModelSource? source) = model;
        if (source is null)
        {
            return new Outcome(name, Verdict.Differs, declaration.Text);
        }

        if (declaration.Lacking.Count > 0)
        {
            return new Outcome(name, Verdict.NotOffered, declaration.Lacking[0].Split(": ", 2)[1]);
        }

        IReadOnlyList<Diagnostic> errors = batch.Errors(source);
        string? difference = errors.Count > 0
            ? $"does not compile: {string.Join("; ", errors.Select(static error => error.GetMessage()))}"
            : KerasFileCheck.Difference(files, name, declaration, batch.Type(source));
        return difference is not null && errors.Count == 0 && TorchBackend.Oddity(KerasFileCheck.Summary(batch.Type(source)).Layers) is { } oddity
            ? new Outcome(name, Verdict.NotOffered, oddity)
            : new Outcome(name, difference is null ? Verdict.Agrees : Verdict.Differs, difference ?? "");
    }
}
