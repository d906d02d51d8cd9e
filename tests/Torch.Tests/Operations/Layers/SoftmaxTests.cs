using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class SoftmaxTests
{
    [PyTorchTheory, Cases(20)]
    public void A_softmax_over_any_dimension(int number)
    {
        var any = new Any(number);
        var rank = (int)any.Between(1, 4);
        var dimension = any.Between(-rank, rank - 1);
        PyTorchAgrees(
            any, $"F.softmax(x, {dimension})", x => F.softmax(x, dimension), any.Tensor("x", any.Shape(rank, 12)));
    }

    [PyTorchTheory, Cases(20)]
    public void A_log_softmax_over_any_dimension(int number)
    {
        var any = new Any(number);
        var rank = (int)any.Between(1, 4);
        var dimension = any.Between(-rank, rank - 1);
        PyTorchAgrees(
            any, $"F.log_softmax(x, {dimension})", x => F.log_softmax(x, dimension), any.Tensor("x", any.Shape(rank, 12)));
    }

    [PyTorchTheory, Cases(4)]
    public void Large_scores_do_not_overflow(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(any, "F.softmax(x, 1)", x => F.softmax(x, 1), any.Uniform("x", -1000, 1000, 3, 10));
        PyTorchAgrees(any, "F.log_softmax(x, 1)", x => F.log_softmax(x, 1), any.Uniform("x", -1000, 1000, 3, 10));
    }
}
