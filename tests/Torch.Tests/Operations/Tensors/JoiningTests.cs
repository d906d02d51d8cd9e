using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class JoiningTests
{
    [PyTorchTheory, Cases(10)]
    public void Tensors_joined_along_any_dimension(int number)
    {
        var any = new Any(number);
        var rank = (int)any.Between(1, 4);
        var dimension = any.Between(0, rank - 1);
        var shape = any.Shape(rank);
        PyTorchAgrees(
            any,
            $"torch.cat([x, y, z], {dimension})",
            (x, y, z) => cat([x, y, z], dimension),
            any.Tensor("x", OfAnotherLength()),
            any.Tensor("y", OfAnotherLength()),
            any.Tensor("z", OfAnotherLength()));

        long[] OfAnotherLength() => [.. shape.Select((size, axis) => axis == dimension ? any.Between(1, 5) : size)];
    }

    [PyTorchTheory, Cases(5)]
    public void Tensors_stacked_along_a_new_dimension(int number)
    {
        var any = new Any(number);
        var dimension = any.Between(0, 2);
        var shape = any.Shape(2);
        PyTorchAgrees(
            any,
            $"torch.stack([x, y], {dimension})",
            (x, y) => stack([x, y], dimension),
            any.Tensor("x", shape),
            any.Tensor("y", shape));
    }
}
