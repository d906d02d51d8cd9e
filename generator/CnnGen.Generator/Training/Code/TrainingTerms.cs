using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training;

/// <summary>
/// What the code of losses and metrics is written in: the names of two tensors, and what they hold. Of a map they have a row for each
/// position of each example, so that N counts positions.
/// </summary>
internal sealed record TrainingTerms
{
    // Parameters and locals of the methods that the code stands in.
    private static readonly string[] s_locals =
    {
        "logits", "targets", "weights", "outputs", "probabilities", "hits", "truth", "count", "loss", "found", "sums", "noGrad", "batch", "device", "penalties", "penalty",
    };

    /// <summary>The model's class, as it is named within itself.</summary>
    public required string Class { get; init; }

    /// <summary>The tensor of the labels. Its shape says <see cref="HasIndices"/>.</summary>
    public string Targets => "targets";

    /// <summary>What the network gives, N × units, before a final softmax or sigmoid.</summary>
    public required string Logits { get; init; }

    /// <summary>What the network gives after it: an expression that makes a new tensor, or <see cref="Logits"/> where there is none.</summary>
    public required string Outputs { get; init; }

    /// <summary>The same as probabilities, where that is what the outputs stand for.</summary>
    public required string Probabilities { get; init; }

    /// <summary>The outputs in the shape that the network gives them: of a map N × channels × sizes.</summary>
    public required string WholeOutputs { get; init; }

    /// <summary>The labels in that shape: of a map of class indices N × sizes.</summary>
    public required string WholeTargets { get; init; }

    public required LabelKind Labels { get; init; }

    /// <summary>Values that belong together: those of an example, or of a position.</summary>
    public required int Units { get; init; }

    /// <summary>Whether one unit tells two classes apart: class indices then come as zeros and ones, float32, N × 1.</summary>
    public required bool IsOneUnit { get; init; }

    /// <summary>Whether the targets are class indices, Int64, N; else they are float32, N × units.</summary>
    public bool HasIndices => Labels == LabelKind.ClassIndex && !IsOneUnit;

    /// <summary>A method of the author's as it is called there: by its class where a local hides it.</summary>
    public string Own(string method) => s_locals.Contains(method) ? $"{Class}.{method}" : Identifiers.Escape(method);

    /// <summary>The right classes as indices.</summary>
    public string Classes => Labels == LabelKind.OneHot ? $"{Targets}.argmax(1)" : Targets;
}
