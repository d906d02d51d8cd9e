using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

internal static class ProductCases
{
    public static IReadOnlyList<Family> Families { get; } =
    [
        new("Linear", 60, Linear),
        new("MatrixProduct", 60, MatrixProduct),
    ];

    private static Trial Linear(Any any)
    {
        var (inputs, outputs) = (any.Between(1, 90), any.Between(1, 50));
        long[] rows = any.OneOf(0, 0, 1, 2, 3) switch
        {
            0 => [any.Batch(40)],
            1 => [],
            2 => [any.Batch(), any.Between(1, 9)],
            _ => [any.Batch(), any.Between(1, 4), any.Between(1, 5)],
        };
        var x = any.Input("x", [.. rows, inputs]);
        var w = any.Input("w", outputs, inputs);
        return any.Flag(0.7)
            ? Trial.Of("F.linear(x, w, b)", (input, weight, bias) => F.linear(input, weight, bias), x, w, any.Input("b", outputs))
            : Trial.Of("F.linear(x, w)", (input, weight) => F.linear(input, weight), x, w);
    }

    private static Trial MatrixProduct(Any any)
    {
        var (rows, inner, columns) = (any.Between(1, 40), any.Flag(0.05) ? 0 : any.Between(1, 70), any.Between(1, 40));
        var batch = any.Batch(4);
        return any.OneOf(0, 1, 2, 3, 4, 5, 6) switch
        {
            0 => Of("torch.mm(x, y)", mm, [any.Batch(30), inner], [inner, columns]),
            1 => Of("torch.bmm(x, y)", bmm, [batch, rows, inner], [batch, inner, columns]),
            2 => Of("torch.matmul(x, y)", matmul, [2, batch, rows, inner], [any.Flag() ? 1 : batch, inner, columns]),
            3 => Of("torch.matmul(x, y)", matmul, [rows, inner], [batch, inner, columns]),
            4 => Of("torch.matmul(x, y)", matmul, [inner], [inner, columns]),
            5 => Of("torch.matmul(x, y)", matmul, [batch, rows, inner], [inner]),
            _ => Of("torch.matmul(x, y)", matmul, [inner], [inner]),
        };

        Trial Of(string python, Func<Tensor, Tensor, Tensor> ours, long[] x, long[] y) =>
            Trial.Of(python, ours, any.Input("x", x), any.Input("y", y));
    }
}
