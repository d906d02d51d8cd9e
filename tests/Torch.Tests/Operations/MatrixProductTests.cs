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
}
