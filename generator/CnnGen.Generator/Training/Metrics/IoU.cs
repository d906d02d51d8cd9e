using System.Collections.Generic;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Metrics;

/// <summary>
/// What the images of a class and those taken for it have in common, as a share of both together, averaged over the classes. Keras:
/// <c>MeanIoU</c>, for one unit <c>BinaryIoU</c>, in <c>keras/metrics/iou_metrics.py</c>.
/// </summary>
internal sealed record IoU : MetricKind
{
    public override (string Reason, string Right)? Misfit(MeasuredModel model) =>
        model.LacksClasses is { } reason ? (reason, nameof(MeanAbsoluteError)) : null;

    public override string Definition(TrainingTerms terms) =>
        $"new {Measure}(\"mean_io_u\", {Literals.Integer(Count(terms))}, {Library.Root}.SharedSums.IntersectionOverUnion, true)";

    public override int Count(TrainingTerms terms) => 3 * Classes(terms);

    public override IEnumerable<string> Statements(MeasureCode code, int first)
    {
        int classes = Classes(code.Terms);
        yield return $"var taken = {OneHot(code.Terms.IsOneUnit ? Column(code.Hits) : $"{code.Terms.Logits}.argmax(1)", classes)};";
        yield return $"var held = {OneHot(code.Terms.IsOneUnit ? Column(code.Terms.Targets) : code.Terms.Classes, classes)};";
        yield return SetMany(first, "(taken * held).sum(0L)");
        yield return SetMany(first + classes, "taken.sum(0L)");
        yield return SetMany(first + (2 * classes), "held.sum(0L)");
    }

    private static int Classes(TrainingTerms terms) => terms.IsOneUnit ? 2 : terms.Units;

    private static string Column(string zerosAndOnes) => $"{zerosAndOnes}.squeeze(1).to({Torch.Root}.int64)";

    private static string OneHot(string indices, int classes) =>
        $"{Torch.Functional}.one_hot({indices}, {Literals.Long(classes)}).to({Torch.Root}.float32)";
}
