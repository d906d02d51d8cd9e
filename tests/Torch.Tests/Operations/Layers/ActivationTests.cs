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
        ["F.relu6(x)"] = x => F.relu6(x),
        ["F.selu(x)"] = x => F.selu(x),
        ["F.celu(x, 1.0)"] = x => F.celu(x, 1.0),
        ["F.celu(x, 0.3)"] = x => F.celu(x, 0.3),
        ["F.softplus(x)"] = x => F.softplus(x),
        ["F.softplus(x, 0.5, 3)"] = x => F.softplus(x, 0.5, 3),
        ["F.softsign(x)"] = x => F.softsign(x),
        ["F.hardsigmoid(x)"] = x => F.hardsigmoid(x),
        ["F.hardswish(x)"] = x => F.hardswish(x),
        ["F.logsigmoid(x)"] = x => F.logsigmoid(x),
        ["F.mish(x)"] = x => F.mish(x),
        ["F.tanhshrink(x)"] = x => F.tanhshrink(x),
        ["F.softshrink(x)"] = x => F.softshrink(x),
        ["F.softshrink(x, 0.2)"] = x => F.softshrink(x, 0.2),
        ["F.hardshrink(x)"] = x => F.hardshrink(x),
        ["F.threshold(x, 0.2, -0.5)"] = x => F.threshold(x, 0.2, -0.5),
        ["F.log_softmax(x, 0)"] = x => F.log_softmax(x, 0),
        ["F.softmin(x, -1)"] = x => F.softmin(x, -1),
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
        ["F.relu6(x * 1, True)"] = x => F.relu6(x * 1, true),
        ["F.selu(x * 1, True)"] = x => F.selu(x * 1, true),
        ["F.celu(x * 1, 0.5, True)"] = x => F.celu(x * 1, 0.5, true),
        ["F.hardsigmoid(x * 1, True)"] = x => F.hardsigmoid(x * 1, true),
        ["F.hardswish(x * 1, True)"] = x => F.hardswish(x * 1, true),
        ["F.threshold(x * 1, 0.2, 0.1, True)"] = x => F.threshold(x * 1, 0.2, 0.1, true),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> LayersBefore = new()
    {
        ["F.conv2d(x, torch.ones(2, 3, 3, 3))"] = x => F.conv2d(x, ones(2, 3, 3, 3)),
        ["F.linear(x, torch.ones(4, 5), torch.ones(4))"] = x => F.linear(x, ones(4, 5), ones(4)),
        ["F.linear(x.flatten(1), torch.ones(4, 60))"] = x => F.linear(x.flatten(1), ones(4, 60)),
        ["F.batch_norm(x, None, None, None, None, True)"] = x => F.batch_norm(x, null!, null!, null, null, true),
        ["F.max_pool2d(x, 2)"] = x => F.max_pool2d(x, 2),
        ["F.avg_pool2d(x, 2)"] = x => F.avg_pool2d(x, 2),
        ["F.pad(x, (1, 0, 1, 0))"] = x => F.pad(x, [1L, 0L, 1L, 0L]),
        ["F.dropout(x, 0.5, False) * 1"] = x => F.dropout(x, 0.5, false) * 1,
        ["(x * 2).flatten(1)"] = x => (x * 2).flatten(1),
    };

    public static TheoryData<string> NamesOfLayersBefore => [.. LayersBefore.Keys];

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

    [PyTorchTheory, MemberData(nameof(NamesOfLayersBefore))]
    public void An_activation_in_place_behind_a_layer(string python)
    {
        // Values on no grid: the mean of some of them could be one of them, and a normalized value then lies on the kink itself.
        var any = new Any(0, python);
        PyTorchAgrees(any, $"F.relu({python}, True)", x => F.relu(LayersBefore[python](x), true), any.Tensor("x", 2, 3, 4, 5));
        PyTorchAgrees(any, $"F.elu({python}, 1.0, True)", x => F.elu(LayersBefore[python](x), 1.0, true), any.Tensor("x", 2, 3, 4, 5));
    }

    [PyTorchTheory, Cases(6)]
    public void A_learned_slope_for_all_or_for_each_channel(int number)
    {
        var any = new Any(number);
        var shape = any.Shape((int)any.Between(2, 5));
        var slopes = any.Flag() ? 1 : shape[1];
        PyTorchAgrees(any, "F.prelu(x, w)", (x, w) => F.prelu(x, w), any.Distinct("x", shape), any.Tensor("w", slopes));
    }

    [FactExceptOnTorchSharp("hardtanh of TorchSharp 0.107 returns its input unchanged")]
    public void A_hard_tanh_is_held_between_its_bounds_and_flat_there()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new[] { -3f, -0.2f, 0f, 0.5f, 0.6f, 2f }).requires_grad_();
        var y = F.hardtanh(x, -0.2, 0.6);
        y.sum().backward();
        y.ToFloats().ShouldBe([-0.2f, -0.2f, 0f, 0.5f, 0.6f, 0.6f]);
        x.grad!.ToFloats().ShouldBe([0f, 0f, 1f, 1f, 0f, 0f]);
    }

    [Fact]
    public void The_slopes_must_be_as_many_as_the_channels()
    {
        using var scope = NewDisposeScope();
        Should.Throw<Exception>(() => F.prelu(ones(2, 3, 4), ones(4))).Message.ShouldContain("channel size = 3");
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
