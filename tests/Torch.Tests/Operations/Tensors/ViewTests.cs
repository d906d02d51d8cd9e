using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class ViewTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Views = new()
    {
        ["x.reshape(6, 20)"] = x => x.reshape(6, 20),
        ["x.reshape(-1, 4, 5)"] = x => x.reshape(-1, 4, 5),
        ["x.contiguous().view(2, -1)"] = x => x.contiguous().view(2, -1),
        ["x.flatten()"] = x => x.flatten(),
        ["x.flatten(1)"] = x => x.flatten(1),
        ["x.flatten(1, 2)"] = x => x.flatten(1, 2),
        ["x.permute(0, 2, 3, 1)"] = x => x.permute(0, 2, 3, 1),
        ["x.transpose(1, 3)"] = x => x.transpose(1, 3),
        ["x.transpose(-1, -2).flatten(1)"] = x => x.transpose(-1, -2).flatten(1),
        ["x.unsqueeze(1)"] = x => x.unsqueeze(1),
        ["x.unsqueeze(-1).squeeze(-1)"] = x => x.unsqueeze(-1).squeeze(-1),
        ["x.narrow(0, 1, 1).squeeze()"] = x => x.narrow(0, 1, 1).squeeze(),
        ["x.narrow(2, 1, 3)"] = x => x.narrow(2, 1, 3),
        ["x.select(1, 2)"] = x => x.select(1, 2),
        ["x.unsqueeze(0).expand(3, 2, 3, 4, 5)"] = x => x.unsqueeze(0).expand(3, 2, 3, 4, 5),
        ["x.contiguous()"] = x => x.contiguous(),
        ["x.clone()"] = x => x.clone(),
        ["x[1]"] = x => x[1],
        ["x[:, 1:3]"] = x => x[.., 1..3],
        ["x[..., 1:4:2]"] = x => x[TensorIndex.Ellipsis, TensorIndex.Slice(1, 4, 2)],
        ["x[-1, :, 0]"] = x => x[TensorIndex.Single(-1), TensorIndex.Colon, TensorIndex.Single(0)],
        ["x.index_select(1, torch.tensor([2, 0, 2]))"] = x => x.index_select(1, torch.tensor(new[] { 2L, 0, 2 })),
    };

    public static TheoryData<string> Names => [.. Views.Keys];

    [PyTorchTheory, MemberData(nameof(Names))]
    public void A_view_and_the_gradient_through_it(string python)
    {
        for (var number = 0; number < 3; number++)
        {
            var any = new Any(number, python);
            PyTorchAgrees(any, python, Views[python], any.Tensor("x", 2, 3, 4, 5));
        }
    }

    [PyTorchTheory, MemberData(nameof(Names))]
    public void An_operation_on_a_view(string python)
    {
        var any = new Any(0, python);
        PyTorchAgrees(any, $"F.relu(({python}) * 2)", x => F.relu(Views[python](x) * 2), any.Distinct("x", 2, 3, 4, 5));
    }

    [Fact]
    public void A_view_shares_memory_and_a_clone_does_not()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        var (view, clone) = (x[1], x.clone());
        x.fill_(7);
        view.ToFloats().ShouldBe([7f, 7f, 7f]);
        clone.ToFloats().ShouldAllBe(value => value == 0f);
    }

    [Fact]
    public void A_view_outlives_the_tensor_that_it_was_taken_from()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new[] { 1f, 2f, 3f, 4f }, [2, 2]);
        var row = x[1];
        x.Dispose();
        row.ToFloats().ShouldBe([3f, 4f]);
    }

    [Fact]
    public void Data_come_out_in_row_major_order_whatever_the_layout()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new[] { 1f, 2f, 3f, 4f, 5f, 6f }, [2, 3]).transpose(0, 1);
        x.ToFloats().ShouldBe([1f, 4f, 2f, 5f, 3f, 6f]);
        x.shape.ShouldBe([3L, 2L]);
        x.numel().ShouldBe(6);
        x.size(0).ShouldBe(3);
        x.dim().ShouldBe(2);
    }
}
