using CnnGen.Torch.Tests.Checking;
using Shouldly;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.Torch.Tests.Autograd;

/// <summary>
/// A backend may put off computing a result until somebody looks at it. Nobody can tell: a random program whose every result is
/// looked at as soon as it is there ends with the same bits as one in which nobody looks before the end.
/// </summary>
public class UnobservedResultTests
{
    private const int Programs = 400;
    private const int Steps = 14;

    [Fact]
    public void Looking_at_a_result_changes_nothing()
    {
        for (var number = 0; number < Programs; number++)
        {
            var seed = unchecked((Any.Seed * 1009) + number);
            var (unseen, watched) = (Run(seed, looks: false), Run(seed, looks: true));
            unseen.Length.ShouldBe(watched.Length);
            for (var i = 0; i < unseen.Length; i++)
            {
                unseen[i].AsSpan().SequenceEqual(watched[i]).ShouldBeTrue($"value {i} of program {number} with CNNGEN_TEST_SEED={Any.Seed}");
            }
        }
    }

    // All values at the end, then the gradients of what can have one.
    private static float[][] Run(int seed, bool looks)
    {
        var random = new Random(seed);
        manual_seed(seed);
        using var scope = NewDisposeScope();
        var gradients = random.Next(2) == 0;
        using var mode = gradients ? enable_grad() : no_grad();
        var channels = random.Next(1, 20);
        using var norm = nn.BatchNorm2d(channels);
        using var convolution = random.Next(3) switch
        {
            0 => nn.Conv2d(channels, channels, 3, padding: 1),
            1 => nn.Conv2d(channels, channels, 1, bias: false),
            _ => nn.Conv2d(channels, channels, 3, padding: 1, groups: channels),
        };
        norm.weight!.requires_grad_(false).uniform_(-1, 1);
        norm.bias!.requires_grad_(false).uniform_(-1, 1);
        norm.weight!.requires_grad_(true);
        norm.train(random.Next(2) == 0);
        var leaf = randn(2, channels, 3, 4).requires_grad_(gradients);
        List<Tensor> values = [leaf.mul(1)];
        for (var step = 0; step < Steps; step++)
        {
            values.Add(Next(random, values, norm, convolution, gradients));
            if (looks) values.ForEach(value => value.sum().item<float>());
        }

        if (gradients) Sum(values).backward();
        IEnumerable<Tensor> ends = gradients ? [.. values, leaf.grad!, norm.weight!.grad ?? zeros(1)] : values;
        return [.. ends.Select(value => value.detach().contiguous().data<float>().ToArray())];
    }

    private static Tensor Next(Random random, List<Tensor> values, nn.Module<Tensor, Tensor> norm, nn.Module<Tensor, Tensor> convolution, bool gradients)
    {
        var value = values[random.Next(values.Count)];
        return random.Next(gradients ? 10 : 20) switch
        {
            0 or 1 or 2 => norm.call(value),
            3 => value.relu(),
            4 => nn.functional.relu6(value),
            5 => value.hardswish(),
            6 => value.add(values[random.Next(values.Count)]),
            7 => norm.call(values[^1]),
            8 => convolution.call(value),
            9 => norm.call(convolution.call(value)),
            10 => value.relu_(),
            11 => value.add_(0.5f),
            12 => nn.functional.relu6(value, inplace: true),
            13 => Fill(value),
            14 => Change(convolution, value),
            15 => norm.call(convolution.call(value)).relu(),
            16 => norm.call(convolution.call(value).permute(0, 2, 3, 1).contiguous().view(value.shape)),
            17 => convolution.call(nn.functional.pad(value, [1, 0, 0, 2])).narrow(2, 0, 3).narrow(3, 0, 4),
            18 => value.permute(0, 2, 3, 1).mul_(0.5f).permute(0, 3, 1, 2),
            _ => value.reshape(2, -1).relu_().view(value.shape),
        };
    }

    private static Tensor Change(nn.Module<Tensor, Tensor> layer, Tensor value)
    {
        foreach (var parameter in layer.parameters()) parameter.mul_(0.75f);
        return value;
    }

    private static Tensor Fill(Tensor value)
    {
        value[0].fill_(0.25f);
        return value;
    }

    private static Tensor Sum(List<Tensor> values) => values.Aggregate(zeros(1), (sum, value) => sum.add(value.sin().sum()));
}
