using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

/// <summary>Normalizations by statistics of each example.</summary>
public class ExampleNormalizationTests
{
    [PyTorchTheory, Cases(30)]
    public void Over_groups_of_channels(int number)
    {
        var any = new Any(number);
        var groups = any.Between(1, 4);
        var channels = groups * any.Between(2, 5);
        var eps = any.OneOf(1e-5, 1e-3);
        PyTorchAgrees(
            any,
            $"F.group_norm(x, {groups}, w, b, {Python.Of(eps)})",
            (x, w, b) => F.group_norm(x, groups, w, b, eps),
            any.Tensor("x", [any.Between(1, 4), channels, .. any.Axes((int)any.Between(1, 3), 2, 6)]),
            any.Tensor("w", channels),
            any.Tensor("b", channels));
    }

    [PyTorchTheory, Cases(30)]
    public void Over_the_last_dimensions(int number)
    {
        var any = new Any(number);
        long[] normalized = [.. any.Axes((int)any.Between(1, 3), 2, 7)];
        var eps = any.OneOf(1e-5, 1e-3);
        PyTorchAgrees(
            any,
            $"F.layer_norm(x, {Python.Of(normalized)}, w, b, {Python.Of(eps)})",
            (x, w, b) => F.layer_norm(x, normalized, w, b, eps),
            any.Tensor("x", [.. any.Axes((int)any.Between(1, 2), 1, 5), .. normalized]),
            any.Tensor("w", normalized),
            any.Tensor("b", normalized));
    }

    [PyTorchTheory, Cases(6)]
    public void Without_scale_and_shift_and_far_from_zero(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(any, "F.layer_norm(x + 100, (400,))", x => F.layer_norm(x + 100, [400]), any.Tensor("x", any.Between(1, 5), 400));
        PyTorchAgrees(any, "F.group_norm(x, 3)", x => F.group_norm(x, 3), any.Tensor("x", 2, 9, 20, 30));
    }

    [PyTorchTheory, Cases(12)]
    public void Over_each_channel(int number)
    {
        var any = new Any(number);
        var channels = any.Between(1, 6);
        PyTorchAgrees(
            any,
            "F.instance_norm(x, None, None, w, b, eps=1e-3)",
            (x, w, b) => F.instance_norm(x, null, null, w, b, true, 0.1, 1e-3),
            any.Tensor("x", [any.Between(1, 4), channels, .. any.Axes((int)any.Between(1, 3), 2, 6)]),
            any.Tensor("w", channels),
            any.Tensor("b", channels));
    }

    [PyTorchTheory, Cases(12)]
    public void By_the_neighbouring_channels(int number)
    {
        var any = new Any(number);
        var size = any.Between(1, 5);
        PyTorchAgrees(
            any,
            $"F.local_response_norm(x, {size}, 0.3, 0.6, 1.5)",
            x => F.local_response_norm(x, size, 0.3, 0.6, 1.5),
            any.Tensor("x", [any.Between(1, 3), any.Between(1, 7), .. any.Axes((int)any.Between(1, 3), 1, 5)]));
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused()
    {
        using var scope = NewDisposeScope();
        Should.Throw<Exception>(() => F.group_norm(rand(2, 6, 4), 4));
        Should.Throw<Exception>(() => F.layer_norm(rand(2, 6, 4), [6]));
    }
}
