using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class ActivationTests
{
    public static TheoryData<string> Names => [.. Functions.Keys];

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Functions = new()
    {
        ["F.relu(x)"] = x => F.relu(x),
        ["F.leaky_relu(x)"] = x => F.leaky_relu(x),
        ["F.leaky_relu(x, 0.3)"] = x => F.leaky_relu(x, 0.3),
        ["F.elu(x, 1.0)"] = x => F.elu(x, 1.0),
        ["F.elu(x, 0.7)"] = x => F.elu(x, 0.7),
        ["F.gelu(x)"] = x => F.gelu(x),
        ["F.silu(x)"] = x => F.silu(x),
        ["torch.sigmoid(x)"] = x => torch.sigmoid(x),
        ["torch.tanh(x)"] = x => torch.tanh(x),
        ["x.relu()"] = x => x.relu(),
        ["x.sigmoid()"] = x => x.sigmoid(),
        ["x.tanh()"] = x => x.tanh(),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> InPlaceFunctions = new()
    {
        ["F.relu(x * 1, True)"] = x => F.relu(x * 1, true),
        ["F.leaky_relu(x * 1, 0.3, True)"] = x => F.leaky_relu(x * 1, 0.3, true),
        ["F.elu(x * 1, 1.0, True)"] = x => F.elu(x * 1, 1.0, true),
        ["F.silu(x * 1, True)"] = x => F.silu(x * 1, true),
    };

    public static TheoryData<string> InPlaceNames => [.. InPlaceFunctions.Keys];

    [PyTorchTheory, MemberData(nameof(Names))]
    public void An_activation(string python)
    {
        for (var number = 0; number < 4; number++)
        {
            var any = new Any(number, python);
            PyTorchAgrees(any, python, Functions[python], any.Distinct("x", any.Shape((int)any.Between(1, 4))));
        }
    }

    [PyTorchTheory, MemberData(nameof(Names))]
    public void An_activation_far_from_zero(string python)
    {
        var values = new[] { -200f, -90f, -30f, -10f, -1e-6f, 0f, 1e-6f, 10f, 30f, 90f, 200f };
        PyTorchAgrees(new Any(0), python, Functions[python], new Operand("x", new TensorValue([values.Length], values)));
    }

    [PyTorchTheory, MemberData(nameof(InPlaceNames))]
    public void An_activation_in_place(string python)
    {
        var any = new Any(0, python);
        PyTorchAgrees(any, python, InPlaceFunctions[python], any.Distinct("x", 2, 3, 4, 5));
    }

    [Fact]
    public void In_place_means_the_same_memory()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new[] { -1f, 2f });
        F.relu(x, true);
        x.ToFloats().ShouldBe([0f, 2f]);
    }
}
