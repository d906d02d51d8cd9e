using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class LinearTests
{
    [PyTorchTheory, Cases(20)]
    public void A_linear_layer_with_bias(int number)
    {
        var any = new Any(number);
        var (batch, inputs, outputs) = (any.Between(1, 33), any.Between(1, 70), any.Between(1, 40));
        PyTorchAgrees(
            any,
            "F.linear(x, w, b)",
            (x, w, b) => F.linear(x, w, b),
            any.Tensor("x", batch, inputs),
            any.Tensor("w", outputs, inputs),
            any.Tensor("b", outputs));
    }

    [PyTorchTheory, Cases(10)]
    public void A_linear_layer_without_bias_over_the_last_of_several_dimensions(int number)
    {
        var any = new Any(number);
        var inputs = any.Between(1, 9);
        PyTorchAgrees(
            any,
            "F.linear(x, w)",
            (x, w) => F.linear(x, w),
            any.Tensor("x", [.. any.Shape((int)any.Between(1, 3)), inputs]),
            any.Tensor("w", any.Between(1, 9), inputs));
    }
}
