using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class ComparisonTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Comparisons = new()
    {
        ["x.eq(y)"] = (x, y) => x.eq(y),
        ["x.ne(y)"] = (x, y) => x.ne(y),
        ["x.gt(y)"] = (x, y) => x.gt(y),
        ["x.lt(y)"] = (x, y) => x.lt(y),
        ["x.ge(y)"] = (x, y) => x.ge(y),
        ["x.le(y)"] = (x, y) => x.le(y),
    };

    public static TheoryData<string> Names => [.. Comparisons.Keys];

    [PyTorchTheory, MemberData(nameof(Names))]
    public void Two_tensors(string python)
    {
        var any = new Any(0, python);
        PyTorchAgrees(any, python, Comparisons[python], any.Labels("x", 3, 4, 5), any.Labels("y", 3, 5));
    }

    [PyTorchTheory, Cases(3)]
    public void A_tensor_and_a_number(int number)
    {
        var any = new Any(number);
        var labels = any.Labels("x", 3, 20);
        PyTorchAgrees(any, "x.eq(1)", x => x.eq(1), labels);
        PyTorchAgrees(any, "x > 0", x => x > 0, labels);
    }

    // A number that no float holds, beside floats of every shape, and numbers of another kind than the tensor's.
    [PyTorchTheory, InlineData(), InlineData(1L), InlineData(3L, 5L)]
    public void A_number_is_taken_in_the_type_of_the_tensor(params long[] shape)
    {
        var any = new Any(0);
        var tenths = new Operand("x", new TensorValue(shape, Enumerable.Repeat(0.7f, (int)shape.Aggregate(1L, (a, b) => a * b)).ToArray()));
        var whole = any.Labels("x", 3, shape);
        foreach (var (python, ours) in new (string, Func<Tensor, Tensor>)[]
        {
            ("x < 0.7", x => x < 0.7),
            ("x <= 0.7", x => x <= 0.7),
            ("x == 0.7", x => x.eq(0.7)),
            ("x != 0.7", x => x.ne(0.7)),
            ("x > 0.7", x => x > 0.7),
            ("x >= 1", x => x >= 1),
        })
        {
            PyTorchAgrees(any, python, ours, tenths);
            PyTorchAgrees(any, python, ours, whole);
        }

        PyTorchAgrees(any, "(x + 16777216) == 16777217.0", x => (x + 16777216).eq(16777217.0), whole);
        PyTorchAgrees(any, "(x > 0) < 0.5", x => (x > 0) < 0.5, whole);
        PyTorchAgrees(any, "(x > 0) != 2", x => (x > 0).ne(2), whole);
        PyTorchAgrees(any, "x.to(torch.uint8) == 257", x => x.to(ScalarType.Byte).eq(257), whole);
    }

    [PyTorchTheory, Cases(5)]
    public void The_number_of_right_answers(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(
            any,
            "x.argmax(1).eq(y).sum()",
            (x, y) => x.argmax(1).eq(y).sum(),
            any.Distinct("x", 33, 4).WithoutGradient(),
            any.Labels("y", 4, 33));
    }

    [Fact]
    public void The_types_of_the_results()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new[] { 1f, 2f, 3f });
        x.eq(x).dtype.ShouldBe(ScalarType.Bool);
        x.eq(x).sum().dtype.ShouldBe(ScalarType.Int64);
        x.argmax().dtype.ShouldBe(ScalarType.Int64);
        x.sum().dtype.ShouldBe(ScalarType.Float32);
        torch.tensor(new[] { 1L, 2L }).sum().dtype.ShouldBe(ScalarType.Int64);
        x.eq(x).sum().item<long>().ShouldBe(3);
    }
}
