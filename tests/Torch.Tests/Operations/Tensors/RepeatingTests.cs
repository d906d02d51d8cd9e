using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

/// <summary>The same elements again, or in another order.</summary>
public class RepeatingTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Operations = new()
    {
        ["x.flip(3)"] = x => x.flip(3),
        ["x.flip(0, -2)"] = x => x.flip(0, -2),
        ["torch.flip(x, (1, 2, 3))"] = x => flip(x, 1, 2, 3),
        ["x.repeat(2, 1, 3, 1)"] = x => x.repeat(2, 1, 3, 1),
        ["x.repeat(2, 3, 1, 1, 2)"] = x => x.repeat(2, 3, 1, 1, 2),
        ["x.tile((2, 3))"] = x => x.tile([2, 3]),
        ["x.repeat_interleave(3, 2)"] = x => x.repeat_interleave(3, 2),
        ["torch.repeat_interleave(x, 2, -1)"] = x => repeat_interleave(x, 2, -1),
        ["x.repeat_interleave(2)"] = x => x.repeat_interleave(2),
        ["x[:1].broadcast_to((3, 3, 4, 5))"] = x => x[0..1].broadcast_to(3, 3, 4, 5),
        ["x.unflatten(2, (2, -1))"] = x => x.unflatten(2, 2, -1),
        ["x.movedim((1, 3), (3, 0))"] = x => x.movedim([1, 3], [3, 0]),
        ["torch.movedim(x, 1, -1)"] = x => movedim(x, 1, -1),
    };

    public static TheoryData<string> Names => [.. Operations.Keys];

    [PyTorchTheory, MemberData(nameof(Names))]
    public void Agrees_with_its_gradient(string python)
    {
        for (var number = 0; number < 4; number++)
        {
            var any = new Any(number, python);
            PyTorchAgrees(any, python, Operations[python], any.Tensor("x", 2, 3, 4, 5));
        }
    }

    [Fact]
    public void A_flipped_tensor_is_a_copy()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new[] { 1f, 2f, 3f });
        var y = x.flip(0);
        x.fill_(7);
        y.ToFloats().ShouldBe([3f, 2f, 1f]);
    }
}
