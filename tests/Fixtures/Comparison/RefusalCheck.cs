using Microsoft.CodeAnalysis;

namespace CnnGen.Fixtures;

/// <summary>Whether a model is refused where Keras refuses it.</summary>
internal static class RefusalCheck
{
    private const string OurErrors = "CNN";

    /// <summary>What is wrong; <see langword="null"/> if the one error sits on the layer with the fault.</summary>
    public static string? Difference(KerasRefusal refusal, ModelSource model, IReadOnlyList<Diagnostic> errors)
    {
        int line = refusal.Layer < 0 ? model.OutputLine : model.FirstLayerLine + refusal.Layer;
        Diagnostic[] ours = [.. errors.Where(error => error.Id.StartsWith(OurErrors, StringComparison.Ordinal))];

        // What C# itself cannot say, such as an unknown padding, the compiler refuses.
        bool isRefusedThere = ours.Length > 0
            ? ours is [var only] && IsAt(only)
            : errors.Any(IsAt);
        return isRefusedThere
            ? null
            : $"Keras refuses {refusal.Reason}; here: {(errors.Count == 0 ? "accepted" : string.Join("; ", errors.Select(error => error.ToString())))}";

        bool IsAt(Diagnostic error)
        {
            FileLinePositionSpan place = error.Location.GetLineSpan();
            return place.Path == model.FileName && place.StartLinePosition.Line == line;
        }
    }
}
