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
        Moved[] models = [.. files.Names.Select((name, i) => Declared(files, name, i))];
        using var batch = new ModelBatch([.. models.Where(static model => model.Declaration.Lacking.Count == 0).Select(static model => model.Source).OfType<ModelSource>()]);
        return new CorpusReport("keras-files", [.. models.Select(model => Judge(files, model, batch))]);
    }

    private static Moved Declared(KerasFileSet files, string name, int index)
    {
        try
        {
            KerasDeclaration declaration = KerasFormat.Declare(files.Find(name, ".keras")!);
            string space = FormattableString.Invariant($"M{index}");
            return new Moved(name, declaration, new ModelSource
            {
                ClassName = space,
                TypeName = $"{space}.{declaration.ClassName}",
                Text = declaration.Text.Replace("using CnnGen;\n", $"using CnnGen;\nnamespace {ModelSource.Namespace}.{space};\n", StringComparison.Ordinal),
                FirstLayerLine = 0,
                OutputLine = 0,
            });
        }
        catch (CnnGenException error)
        {
            return new Moved(name, new KerasDeclaration("", error.Message, [], []), null);
        }
    }

    private static Outcome Judge(KerasFileSet files, Moved model, ModelBatch batch)
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

    // A model that cannot be declared has the reason in place of its text, and no source.
    private sealed record Moved(string Name, KerasDeclaration Declaration, ModelSource? Source);
}
