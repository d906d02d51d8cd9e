using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class ReductionTests
{
    [PyTorchTheory, Cases(6)]
    public void Everything(int number)
    {
        var any = new Any(number);
        var x = any.Distinct("x", any.Shape((int)any.Between(0, 4)));
        PyTorchAgrees(any, "x.sum()", t => t.sum(), x);
        PyTorchAgrees(any, "x.mean()", t => t.mean(), x);
        PyTorchAgrees(any, "x.max()", t => t.max(), x);
        PyTorchAgrees(any, "x.argmax()", t => t.argmax(), x);
    }

    [PyTorchTheory, Cases(12)]
    public void One_dimension(int number)
    {
        var any = new Any(number);
        var rank = (int)any.Between(1, 4);
        var dimension = any.Between(-rank, rank - 1);
        var keep = any.Flag();
        var arguments = $"{dimension}, {Python.Of(keep)}";
        var x = any.Distinct("x", any.Shape(rank));
        PyTorchAgrees(any, $"x.sum({arguments})", t => t.sum(dimension, keep), x);
        PyTorchAgrees(any, $"x.mean({arguments})", t => t.mean([dimension], keep), x);
        PyTorchAgrees(any, $"x.max({arguments})[0]", t => t.max(dimension, keep).values, x);
        PyTorchAgrees(any, $"x.max({arguments})[1]", t => t.max(dimension, keep).indexes, x);
        PyTorchAgrees(any, $"x.argmax({arguments})", t => t.argmax(dimension, keep), x);
    }

    [PyTorchTheory, Cases(8)]
    public void Several_dimensions(int number)
    {
        var any = new Any(number);
        var dimensions = any.OneOf<long[]>([0, 2, 3], [2, 3], [-1, 0], [1]);
        var keep = any.Flag();
        var arguments = $"{Python.Of(dimensions)}, {Python.Of(keep)}";
        var x = any.Uniform("x", 0, 1, any.Shape(4));
        PyTorchAgrees(any, $"x.sum({arguments})", t => t.sum(dimensions, keep), x);
        PyTorchAgrees(any, $"x.mean({arguments})", t => t.mean(dimensions, keep), x);
        PyTorchAgrees(any, $"x.amax({arguments})", t => t.amax(dimensions, keep), x);
        PyTorchAgrees(any, $"x.amin({arguments})", t => t.amin(dimensions, keep), x);
    }

    [PyTorchFact]
    public void Equal_extremes_share_the_gradient()
    {
        var x = new Operand("x", new TensorValue([2, 3], new[] { 1f, 5, 5, 2, 2, 2 })) { Differentiable = true };
        PyTorchAgrees(new Any(1), "x.amax((1,))", t => t.amax([1L]), x);
        PyTorchAgrees(new Any(2), "x.amin((0, 1))", t => t.amin([0L, 1]), x);
    }

    [PyTorchTheory, Cases(2)]
    public void A_long_sum_keeps_its_precision(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(any, "x.sum()", x => x.sum(), any.Uniform("x", 0, 1, 300_000).Contiguous());
        PyTorchAgrees(any, "x.mean((0, 2, 3))", x => x.mean([0, 2, 3]), any.Uniform("x", 5, 6, 8, 4, 60, 60));
    }

    [Fact]
    public void The_gradient_of_a_mean_is_one_over_the_number_of_elements()
    {
        using var scope = NewDisposeScope();
        var x = ones(50, 40).requires_grad_();
        x.mean().backward();
        x.grad!.ToFloats().ShouldAllBe(value => value == 1f / 2000);
    }
}
