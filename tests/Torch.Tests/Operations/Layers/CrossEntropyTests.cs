using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class CrossEntropyTests
{
    [PyTorchTheory, Cases(40)]
    public void Class_indices_with_any_reduction_weights_and_smoothing(int number)
    {
        var any = new Any(number);
        var (batch, classes) = (any.Between(1, 33), (int)any.Between(2, 17));
        var (reduction, name) = AnyReduction(any);
        var ignored = any.OneOf(-100, any.Between(0, classes - 1));
        var smoothing = any.OneOf(0, 0.1, 0.4);
        var scores = any.Tensor("x", batch, classes);
        var labels = NotAllIgnored(any.Labels("y", classes, batch), ignored, classes);
        var options = $"ignore_index={ignored}, reduction='{name}', label_smoothing={Python.Of(smoothing)}";

        if (any.Flag())
        {
            PyTorchAgrees(
                any,
                $"F.cross_entropy(x, y, w, {options})",
                (x, y, w) => F.cross_entropy(x, y, w, ignored, reduction, smoothing),
                scores,
                labels,
                any.Constant("w", 0.2, 2, classes));
        }
        else
        {
            PyTorchAgrees(
                any,
                $"F.cross_entropy(x, y, {options})",
                (x, y) => F.cross_entropy(x, y, null, ignored, reduction, smoothing),
                scores,
                labels);
        }
    }

    [PyTorchTheory, Cases(10)]
    public void Class_probabilities(int number)
    {
        var any = new Any(number);
        var (batch, classes) = (any.Between(1, 20), any.Between(2, 12));
        var (reduction, name) = AnyReduction(any);
        PyTorchAgrees(
            any,
            $"F.cross_entropy(x, y, reduction='{name}')",
            (x, y) => F.cross_entropy(x, y, null, -100, reduction),
            any.Tensor("x", batch, classes),
            any.Constant("y", 0, 1, batch, classes));
    }

    [PyTorchTheory, Cases(20)]
    public void Negative_log_likelihood(int number)
    {
        var any = new Any(number);
        var (batch, classes) = (any.Between(1, 20), (int)any.Between(2, 12));
        var (reduction, name) = AnyReduction(any);
        PyTorchAgrees(
            any,
            $"F.nll_loss(x, y, w, reduction='{name}')",
            (x, y, w) => F.nll_loss(x, y, w, reduction),
            any.Uniform("x", -5, 0, batch, classes),
            any.Labels("y", classes, batch),
            any.Constant("w", 0.2, 2, classes));
    }

    [PyTorchTheory, Cases(3)]
    public void Hopeless_scores_give_a_large_and_finite_loss(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(
            any, "F.cross_entropy(x, y)", (x, y) => F.cross_entropy(x, y), any.Uniform("x", -500, 500, 6, 10), any.Labels("y", 10, 6));
    }

    private static (nn.Reduction, string) AnyReduction(Any any) =>
        any.OneOf((nn.Reduction.Mean, "mean"), (nn.Reduction.Sum, "sum"), (nn.Reduction.None, "none"));

    // The mean over no label at all is 0 / 0.
    private static Operand NotAllIgnored(Operand labels, long ignored, int classes)
    {
        ((long[])labels.Value.Data)[0] = ignored == 0 ? classes - 1 : 0;
        return labels;
    }
}
