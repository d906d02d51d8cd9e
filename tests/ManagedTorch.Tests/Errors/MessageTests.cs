using System.Runtime.InteropServices;
using Shouldly;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace CnnGen.ManagedTorch.Tests.Errors;

/// <summary>What is refused is refused with all that is needed to see the mistake, in an exception of TorchSharp's kind.</summary>
public sealed class MessageTests
{
    private static readonly Dictionary<string, (Func<object?> Mistake, string[] Words)> Mismatches = new()
    {
        ["a + b"] = (() => ones(2, 3) + ones(2, 4), ["[2, 3]", "[2, 4]"]),
        ["a - b"] = (() => ones(5) - ones(2, 4), ["[5]", "[2, 4]"]),
        ["a * b"] = (() => ones(2, 3, 1) * ones(4, 1), ["[2, 3, 1]", "[4, 1]"]),
        ["a / b"] = (() => ones(2, 3) / ones(3, 2), ["[2, 3]", "[3, 2]"]),
        ["add_"] = (() => ones(3).add_(ones(2, 3)), ["[3]", "[2, 3]"]),
        ["mul_"] = (() => ones(2, 3).mul_(ones(4)), ["[2, 3]", "[4]"]),
        ["copy_"] = (() => ones(2, 3).copy_(ones(4)), ["[2, 3]", "[4]"]),
        ["eq"] = (() => ones(2, 3).eq(ones(4)), ["[2, 3]", "[4]"]),
        ["maximum"] = (() => ones(2, 3).maximum(ones(4)), ["[2, 3]", "[4]"]),
        ["where"] = (() => torch.where(ones(2, 3).gt(0), ones(4), ones(1)), ["[2, 3]", "[4]"]),
        ["masked_fill"] = (() => ones(2, 3).masked_fill(ones(4).gt(0), 0), ["[2, 3]", "[4]"]),
        ["expand"] = (() => ones(2, 3).expand(2, 4), ["[2, 3]", "[2, 4]"]),
        ["reshape"] = (() => ones(2, 3).reshape(4, 2), ["[2, 3]", "[4, 2]"]),
        ["view"] = (() => ones(2, 3).view(4, -1), ["[2, 3]", "[4, -1]"]),
        ["matmul"] = (() => ones(2, 3).matmul(ones(4, 5)), ["2x3", "4x5"]),
        ["mm"] = (() => ones(2, 3).mm(ones(4, 5)), ["2x3", "4x5"]),
        ["bmm"] = (() => ones(2, 3, 4).bmm(ones(2, 5, 6)), ["[2, 3, 4]", "[2, 5, 6]"]),
        ["cat"] = (() => cat([ones(2, 3), ones(2, 4)], 0), ["[2, 3]", "[2, 4]"]),
        ["stack"] = (() => stack([ones(2, 3), ones(2, 4)]), ["2, 3", "2, 4"]),
        ["linear"] = (() => F.linear(ones(2, 5), ones(3, 4)), ["[2, 5]", "[3, 4]"]),
        ["linear's bias"] = (() => F.linear(ones(2, 4), ones(3, 4), ones(2)), ["[2]", "3"]),
        ["conv1d"] = (() => F.conv1d(ones(1, 3, 5), ones(4, 2, 3)), ["[1, 3, 5]", "[4, 2, 3]"]),
        ["conv2d"] = (() => F.conv2d(ones(1, 3, 5, 5), ones(4, 2, 3, 3)), ["[1, 3, 5, 5]", "[4, 2, 3, 3]"]),
        ["conv3d"] = (() => F.conv3d(ones([1, 3, 5, 5, 5]), ones([4, 2, 3, 3, 3])), ["[1, 3, 5, 5, 5]", "[4, 2, 3, 3, 3]"]),
        ["conv2d's kernel"] = (() => F.conv2d(ones(1, 1, 2, 2), ones(1, 1, 3, 3)), ["2", "3"]),
        ["conv2d's bias"] = (() => F.conv2d(ones(1, 2, 5, 5), ones(4, 2, 3, 3), ones(3)), ["[3]", "[4, 2, 3, 3]"]),
        ["conv_transpose2d"] = (() => F.conv_transpose2d(ones(1, 3, 5, 5), ones(2, 4, 3, 3)), ["[1, 3, 5, 5]", "[2, 4, 3, 3]"]),
        ["max_pool2d"] = (() => F.max_pool2d(ones(1, 1, 2, 2), 3), ["2", "3"]),
        ["batch_norm"] = (() => F.batch_norm(ones(2, 3, 4, 4), zeros(4), ones(4)), ["[2, 3, 4, 4]", "4"]),
        ["layer_norm"] = (() => F.layer_norm(ones(2, 3), [4]), ["[2, 3]", "[4]"]),
        ["group_norm"] = (() => F.group_norm(ones(2, 6, 4), 4), ["[2, 6, 4]", "4"]),
        ["mse_loss"] = (() => F.mse_loss(ones(2, 3), ones(2, 4)), ["[2, 3]", "[2, 4]"]),
        ["smooth_l1_loss"] = (() => F.smooth_l1_loss(ones(2, 3), ones(2, 4)), ["[2, 3]", "[2, 4]"]),
        ["binary_cross_entropy"] = (() => F.binary_cross_entropy(ones(2, 3), ones(2, 1)), ["[2, 3]", "[2, 1]"]),
        ["binary_cross_entropy_with_logits"] = (() => F.binary_cross_entropy_with_logits(ones(2, 3), ones(6)), ["[2, 3]", "[6]"]),
        ["cross_entropy"] = (() => F.cross_entropy(ones(2, 3), zeros(4, ScalarType.Int64)), ["[2, 3]", "[4]"]),
        ["cross_entropy's weight"] = (() => F.cross_entropy(ones(2, 3), zeros(2, ScalarType.Int64), ones(4)), ["3", "[4]"]),
        ["nll_loss"] = (() => F.nll_loss(ones(2, 3, 4), zeros([2, 5], ScalarType.Int64)), ["[2, 3, 4]", "[2, 5]"]),
        ["backward"] = (() =>
        {
            ones(2, 3).requires_grad_().mul(2).backward([ones(3, 2)]);
            return null;
        }, ["[2, 3]", "[3, 2]"]),
        ["grad"] = (() => ones(2, 3).requires_grad_().grad = ones(4), ["[2, 3]", "[4]"]),
        ["load_state_dict"] = (() => nn.Linear(2, 3).load_state_dict(new() { ["weight"] = ones(2, 3), ["bias"] = ones(3) }), ["weight", "[2, 3]", "[3, 2]"]),
        ["Linear"] = (() => nn.Linear(4, 2).call(ones(5, 3)), ["[5, 3]", "[2, 4]"]),
        ["Conv2d"] = (() => nn.Conv2d(3, 2, 3).call(ones(1, 1, 8, 8)), ["[1, 1, 8, 8]", "3 channels"]),
        ["BatchNorm2d"] = (() => nn.BatchNorm2d(4).call(ones(2, 3, 5, 5)), ["[2, 3, 5, 5]", "4"]),
        ["a batch"] = (() => utils.data.DataLoader(new Growing(), 2).ToArray(), ["1", "2"]),
    };

    private static readonly Dictionary<string, Func<Tensor, object?>> Uses = new()
    {
        ["+"] = x => x + 1,
        ["shape"] = x => x.shape,
        ["dtype"] = x => x.dtype,
        ["item"] = x => x.item<float>(),
        ["data"] = x => x.data<float>(),
        ["clone"] = x => x.clone(),
        ["matmul"] = x => ones(1, 1).matmul(x),
        ["sum"] = x => x.sum(),
        ["cat"] = x => cat([ones(1), x]),
        ["relu"] = x => F.relu(x),
        ["linear"] = x => F.linear(ones(1, 1), x),
        ["conv2d"] = x => F.conv2d(ones(1, 1, 3, 3), x),
        ["cross_entropy"] = x => F.cross_entropy(ones(1, 2), x),
        ["copy_"] = x => ones(1).copy_(x),
        ["fill_"] = x => x.fill_(1),
        ["select"] = x => x[0],
        ["requires_grad_"] = x => x.requires_grad_(),
        ["grad"] = x => x.grad,
        ["backward"] = x =>
        {
            x.backward();
            return null;
        },
        ["register_buffer"] = x =>
        {
            new Sequentials().register_buffer("b", x);
            return null;
        },
    };

    public static TheoryData<string> Operations => [.. Mismatches.Keys];

    public static TheoryData<string> UsesOfATensor => [.. Uses.Keys];

    [Theory, MemberData(nameof(Operations))]
    public void A_mismatch_says_both_shapes(string operation)
    {
        using var scope = NewDisposeScope();
        var (mistake, words) = Mismatches[operation];
        var error = Should.Throw<Exception>(mistake);
        (error is ExternalException or ArgumentException or InvalidOperationException).ShouldBeTrue($"{error.GetType()}: {error.Message}");
        foreach (var word in words) error.Message.ShouldContain(word);
    }

    [Theory]
    [InlineData(ScalarType.Int32)]
    [InlineData(ScalarType.Byte)]
    public void Labels_of_another_type_are_told_which_is_wanted(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var labels = zeros(2, type);
        foreach (var loss in new Func<Tensor>[] { () => F.cross_entropy(ones(2, 3), labels), () => F.nll_loss(ones(2, 3), labels), () => F.one_hot(labels, 3) })
        {
            var error = Should.Throw<ExternalException>(loss);
            error.Message.ShouldContain("Int64");
            error.Message.ShouldMatch(type == ScalarType.Int32 ? "Int(32)?\\b" : "Byte");
        }
    }

    [Theory, MemberData(nameof(UsesOfATensor))]
    public void A_disposed_tensor_says_so(string use)
    {
        using var scope = NewDisposeScope();
        var x = ones(1);
        x.Dispose();
        Should.Throw<Exception>(() => Uses[use](x)).Message.ShouldContain("disposed");
    }

    [Fact]
    public void A_disposed_layer_says_so()
    {
        using var scope = NewDisposeScope();
        var layer = nn.Linear(2, 3);
        layer.Dispose();
        Should.Throw<ObjectDisposedException>(() => layer.call(ones(1, 2))).Message.ShouldContain("disposed");
    }

    [Fact]
    public void An_optimizer_of_a_disposed_parameter_says_so()
    {
        var parameter = new Parameter(ones(2));
        using var optimizer = optim.SGD([parameter], 0.1);
        parameter.Dispose();
        Should.Throw<ObjectDisposedException>(() => optimizer.step()).Message.ShouldContain("disposed");
        Should.Throw<ObjectDisposedException>(() => optimizer.zero_grad()).Message.ShouldContain("disposed");
    }

    private sealed class Sequentials() : nn.Module("sequentials");

    private sealed class Growing : utils.data.Dataset
    {
        public override long Count => 2;

        public override Dictionary<string, Tensor> GetTensor(long index) => new() { ["x"] = ones(index + 1) };
    }
}
