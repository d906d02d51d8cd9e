using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class MatrixProductTests
{
    [PyTorchTheory, Cases(20)]
    public void Matrix_times_matrix(int number)
    {
        var any = new Any(number);
        var (rows, inner, columns) = (any.Between(1, 40), any.Between(1, 70), any.Between(1, 40));
        PyTorchAgrees(
            any, "x.matmul(y)", (x, y) => x.matmul(y), any.Tensor("x", rows, inner), any.Tensor("y", inner, columns));
    }

    [PyTorchTheory, Cases(6)]
    public void Matrix_times_a_transposed_view(int number)
    {
        var any = new Any(number);
        var (rows, inner, columns) = (any.Between(1, 20), any.Between(1, 20), any.Between(1, 20));
        PyTorchAgrees(
            any,
            "torch.mm(x, y.transpose(0, 1))",
            (x, y) => mm(x, y.transpose(0, 1)),
            any.Tensor("x", rows, inner),
            any.Tensor("y", columns, inner));
    }

    [PyTorchTheory, Cases(6)]
    public void Batches_of_matrices(int number)
    {
        var any = new Any(number);
        var (batch, rows, inner, columns) = (any.Between(1, 5), any.Between(1, 9), any.Between(1, 9), any.Between(1, 9));
        PyTorchAgrees(
            any, "torch.bmm(x, y)", (x, y) => bmm(x, y), any.Tensor("x", batch, rows, inner), any.Tensor("y", batch, inner, columns));
        PyTorchAgrees(
            any,
            "x.matmul(y)",
            (x, y) => x.matmul(y),
            any.Tensor("x", 2, batch, rows, inner),
            any.Tensor("y", any.Flag() ? 1 : batch, inner, columns));
    }

    [Fact]
    public void Batches_that_do_not_fit_are_refused()
    {
        using var scope = NewDisposeScope();
        Should.Throw<Exception>(() => bmm(ones(2, 3, 4), ones(2, 5, 6))).Message.ShouldContain("[2, 4]");
    }
}
