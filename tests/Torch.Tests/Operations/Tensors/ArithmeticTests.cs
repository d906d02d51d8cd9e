using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class ArithmeticTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Operators = new()
    {
        ["x + y"] = (x, y) => x + y,
        ["x - y"] = (x, y) => x - y,
        ["x * y"] = (x, y) => x * y,
        ["x / y"] = (x, y) => x / y,
        ["torch.maximum(x, y)"] = (x, y) => maximum(x, y),
        ["torch.minimum(x, y)"] = (x, y) => minimum(x, y),
        ["torch.where(x > y, x * 2, y)"] = (x, y) => where(x > y, x * 2, y),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Scalars = new()
    {
        ["x + 1.5"] = x => x + 1.5f,
        ["x - 2"] = x => x - 2,
        ["x * -0.5"] = x => x * -0.5,
        ["x / 3"] = x => x / 3,
        ["2 - x"] = x => 2 - x,
        ["1 / x"] = x => 1 / x,
        ["0.25 + x"] = x => 0.25 + x,
        ["-x"] = x => -x,
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Functions = new()
    {
        ["x.exp()"] = x => x.exp(),
        ["x.log()"] = x => x.log(),
        ["x.sqrt()"] = x => x.sqrt(),
        ["x.abs()"] = x => x.abs(),
        ["x.pow(2)"] = x => x.pow(2),
        ["x.pow(1.5)"] = x => x.pow(1.5),
        ["x.clamp(0.2, 1.1)"] = x => x.clamp(0.2, 1.1),
        ["x.square()"] = x => x.square(),
        ["torch.rsqrt(x)"] = x => rsqrt(x),
        ["torch.log1p(x)"] = x => log1p(x),
        ["torch.sin(x)"] = x => sin(x),
        ["torch.cos(x)"] = x => cos(x),
        ["torch.sign(x - 0.5)"] = x => sign(x - 0.5),
        ["torch.floor(x * 7)"] = x => floor(x * 7),
        ["torch.ceil(x * 7)"] = x => ceil(x * 7),
        ["torch.round(x * 7)"] = x => round(x * 7),
    };

    public static TheoryData<string> OperatorNames => [.. Operators.Keys];

    public static TheoryData<string> ScalarNames => [.. Scalars.Keys];

    public static TheoryData<string> FunctionNames => [.. Functions.Keys];

    [PyTorchTheory, MemberData(nameof(OperatorNames))]
    public void Two_tensors_of_one_shape(string python)
    {
        for (var number = 0; number < 3; number++)
        {
            var any = new Any(number, python);
            var shape = any.Shape((int)any.Between(0, 4));
            PyTorchAgrees(any, python, Operators[python], any.Distinct("x", shape), any.Distinct("y", shape));
        }
    }

    [PyTorchTheory, MemberData(nameof(OperatorNames))]
    public void Two_tensors_that_are_broadcast(string python)
    {
        for (var number = 0; number < 8; number++)
        {
            var any = new Any(number, python + " broadcast");
            var shape = any.Shape((int)any.Between(1, 4));
            PyTorchAgrees(
                any,
                python,
                Operators[python],
                any.Uniform("x", 0.5, 2, Narrowed(shape)),
                any.Uniform("y", 0.5, 2, Narrowed(shape)));

            // A shape that broadcasts with this one: leading dimensions left out, others of length one.
            long[] Narrowed(long[] full) =>
                [.. full.Skip((int)any.Between(0, full.Length)).Select(size => any.Flag(0.3) ? 1 : size)];
        }
    }

    [PyTorchTheory, MemberData(nameof(ScalarNames))]
    public void A_tensor_and_a_number(string python)
    {
        var any = new Any(0, python);
        PyTorchAgrees(any, python, Scalars[python], any.Uniform("x", 0.5, 2, any.Shape(3)));
    }

    [PyTorchTheory, MemberData(nameof(FunctionNames))]
    public void A_function_of_every_element(string python)
    {
        var any = new Any(0, python);
        PyTorchAgrees(any, python, Functions[python], any.Uniform("x", 0.3, 1, any.Shape(3)));
    }

    [PyTorchTheory, Cases(3)]
    public void A_tensor_that_is_used_twice_gets_both_gradients(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(
            any, "x * x + F.relu(x) - x", x => (x * x) + F.relu(x) - x, any.Distinct("x", any.Shape(3)));
    }

    [Fact]
    public void Arithmetic_in_place_changes_the_tensor()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new[] { 1f, 2f, 3f });
        x.add_(torch.tensor(new[] { 1f, 1f, 1f })).mul_(2).sub_(1);
        x.ToFloats().ShouldBe([3f, 5f, 7f]);
    }
}
