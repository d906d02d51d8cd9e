using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

internal static class ArithmeticCases
{
    private static readonly (string Python, Func<Tensor, Tensor, Tensor> Ours)[] Binary =
    [
        ("x + y", (x, y) => x + y),
        ("x - y", (x, y) => x - y),
        ("x * y", (x, y) => x * y),
        ("x / y", (x, y) => x / y),
        ("torch.maximum(x, y)", maximum),
        ("torch.minimum(x, y)", minimum),
        ("torch.where(x > y, x * 2, y)", (x, y) => where(x > y, x * 2, y)),
        ("x.add(y, alpha=0.3)", (x, y) => x.add(y, 0.3)),
        ("x.pow(y)", (x, y) => x.pow(y)),
        ("torch.addcmul(x, x, y, value=0.7)", (x, y) => x.addcmul(x, y, 0.7)),
        ("torch.addcdiv(x, x, y, value=0.7)", (x, y) => x.addcdiv(x, y, 0.7)),
        ("x.masked_fill(y > 1, 0.5)", (x, y) => x.masked_fill(y > 1, 0.5)),
        ("x >= y", (x, y) => x >= y),
        ("(x > y) | (x < 0.7)", (x, y) => (x > y) | (x < 0.7)),
        ("torch.logical_and(x > y, y > 0.7)", (x, y) => (x > y).logical_and(y > 0.7)),
    ];

    // The left side has the shape of the result.
    private static readonly (string Python, Func<Tensor, Tensor, Tensor> Ours)[] InPlace =
    [
        ("(x * 1).add_(y)", (x, y) => (x * 1).add_(y)),
        ("(x * 1).sub_(y)", (x, y) => (x * 1).sub_(y)),
        ("(x * 1).mul_(y)", (x, y) => (x * 1).mul_(y)),
        ("(x * 1).div_(y)", (x, y) => (x * 1).div_(y)),
        ("(x * 1).copy_(y)", (x, y) => (x * 1).copy_(y)),
        ("(x * 1).fill_(2) * y", (x, y) => (x * 1).fill_(2) * y),
        ("(x * 1).clamp_(0.7, 1.2) + y", (x, y) => (x * 1).clamp_(0.7, 1.2) + y),
        ("(x * 1).masked_fill_(x > 1, 0.5) + y", (x, y) => (x * 1).masked_fill_(x > 1, 0.5) + y),
        ("(x * 1).addcmul_(y, y, value=0.5)", (x, y) => (x * 1).addcmul_(y, y, 0.5)),
        ("(x * 1).addcdiv_(y, y, value=0.5)", (x, y) => (x * 1).addcdiv_(y, y, 0.5)),
        ("(x * 1).mul_(2).add_(y).mul_(0.5)", (x, y) => (x * 1).mul_(2).add_(y).mul_(0.5)),
    ];

    private static readonly (string Python, Func<Tensor, Tensor> Ours)[] Unary =
    [
        ("x + 1.5", x => x + 1.5f),
        ("2 - x", x => 2 - x),
        ("x * -0.5", x => x * -0.5),
        ("1 / x", x => 1 / x),
        ("-x", x => -x),
        ("x.exp()", x => x.exp()),
        ("x.log()", x => x.log()),
        ("x.sqrt()", x => x.sqrt()),
        ("x.abs()", x => x.abs()),
        ("x.pow(3)", x => x.pow(3)),
        ("x.pow(-0.5)", x => x.pow(-0.5)),
        ("x.clamp(0.7, 1.1)", x => x.clamp(0.7, 1.1)),
        ("x.clamp(max=1.1)", x => x.clamp(null, 1.1)),
        ("x.square()", x => x.square()),
        ("torch.rsqrt(x)", x => rsqrt(x)),
        ("torch.log1p(x)", x => log1p(x)),
        ("torch.sin(x)", x => sin(x)),
        ("torch.cos(x)", x => cos(x)),
        ("torch.sign(x - 1)", x => sign(x - 1)),
        ("torch.floor(x * 7)", x => floor(x * 7)),
        ("torch.ceil(x * 7)", x => ceil(x * 7)),
        ("(x - 1).erfinv_()", x => (x - 1).erfinv_()),
        ("x.reciprocal()", x => x.reciprocal()),
        ("x * x + F.relu(x) - x", x => (x * x) + F.relu(x) - x),
    ];

    private static readonly (string Python, Func<Tensor, Tensor, Tensor> Ours)[] WholeNumbers =
    [
        ("x + y", (x, y) => x + y),
        ("x * y - 3", (x, y) => (x * y) - 3),
        ("x == y", (x, y) => x.eq(y)),
        ("x + y.float()", (x, y) => x + y.to(ScalarType.Float32)),
        ("x / (y + 1)", (x, y) => x / (y + 1)),
        ("torch.maximum(x, y)", maximum),
        ("x % (y + 1)", (x, y) => x % (y + 1)),
        ("x * 0.5", (x, _) => x * 0.5),
        ("x.pow(2)", (x, _) => x.pow(2)),
        ("x.pow(2.0)", (x, _) => x.pow(2.0)),
        ("(x + 1).pow(-1.0)", (x, _) => (x + 1).pow(-1.0)),
        ("(x - 2).pow(y)", (x, y) => (x - 2).pow(y)),
        ("(x - 2).pow(y - 3)", (x, y) => (x - 2).pow(y - 3)),
        ("x.ne(y).sum()", (x, y) => x.ne(y).sum()),
    ];

    public static IReadOnlyList<Family> Families { get; } =
    [
        new("Broadcasting", 120, Broadcast),
        new("InPlace", 60, ArithmeticInPlace),
        new("Function", 100, Function),
        new("WholeNumbers", 40, Whole),
        new("Bits", 40, Bits),
    ];

    private static Trial Broadcast(Any any)
    {
        var (python, ours) = any.OneOf<(string, Func<Tensor, Tensor, Tensor>)>(Binary);
        var shape = AnyShape(any);
        return Trial.Of(python, ours, Distinct(any, "x", Narrowed(any, shape), 0.5f), Distinct(any, "y", Narrowed(any, shape), 0.501f));
    }

    private static Trial ArithmeticInPlace(Any any)
    {
        var (python, ours) = any.OneOf<(string, Func<Tensor, Tensor, Tensor>)>(InPlace);
        var shape = AnyShape(any);
        return Trial.Of(python, ours, any.Uniform("x", 0.5, 2, shape), any.Uniform("y", 0.5, 2, Narrowed(any, shape)));
    }

    private static Trial Function(Any any)
    {
        var (python, ours) = any.OneOf<(string, Func<Tensor, Tensor>)>(Unary);
        return Trial.Of(python, ours, Distinct(any, "x", AnyShape(any), 0.503f));
    }

    private static Trial Whole(Any any)
    {
        var (python, ours) = any.OneOf<(string, Func<Tensor, Tensor, Tensor>)>(WholeNumbers);
        var shape = AnyShape(any);
        return Trial.Of(python, ours, any.Labels("x", 7, Narrowed(any, shape)), any.Labels("y", 7, Narrowed(any, shape)));
    }

    private static Trial Bits(Any any)
    {
        var (python, ours) = any.OneOf<(string, Func<Tensor, Tensor, Tensor>)>(
            ("x & y", (x, y) => x & y), ("x | y", (x, y) => x | y), ("~x", (x, _) => ~x), ("~x & (x | y)", (x, y) => ~x & (x | y)));
        var shape = AnyShape(any);
        return Trial.Of(python, ours, AnyBits(any, "x", Narrowed(any, shape)), AnyBits(any, "y", Narrowed(any, shape)));
    }

    private static Operand AnyBits(Any any, string name, long[] shape)
    {
        var operand = any.Labels(name, 256, shape);
        var numbers = (long[])operand.Value.Data;
        return operand with
        {
            Value = new(shape, any.OneOf<Array>(
                numbers, Array.ConvertAll(numbers, number => (int)number - 128), Array.ConvertAll(numbers, number => (byte)number),
                Array.ConvertAll(numbers, number => number > 127))),
        };
    }

    // Values between 0.5 and 2 on a grid, which that of another start does not meet: none equals another's or lies on a kink.
    private static Operand Distinct(Any any, string name, long[] shape, float start)
    {
        var operand = any.Uniform(name, 0, 1, shape);
        var values = operand.Value.Floats;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = start + (0.01f * MathF.Floor(140 * values[i]));
        }

        return any.Flag(0.15) ? operand.WithoutGradient() : operand;
    }

    private static long[] AnyShape(Any any) => any.OneOf(0, 1, 2) switch
    {
        0 => any.Shape((int)any.Between(0, 4)),
        1 => [any.Batch(), .. any.Shape((int)any.Between(0, 3))],
        _ => [any.Between(1, 9), any.Between(50, 200)],
    };

    // A shape that broadcasts to this one: leading dimensions left out, others of length one.
    private static long[] Narrowed(Any any, long[] full) =>
        [.. full.Skip((int)any.Between(0, full.Length)).Select(size => any.Flag(0.3) ? 1 : size)];
}
