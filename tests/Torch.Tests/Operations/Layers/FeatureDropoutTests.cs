using CnnGen.Torch.Tests.Checking;
using TorchSharp.Modules;

namespace CnnGen.Torch.Tests.Operations;

/// <summary>Dropout of whole channels, and the dropout that goes with SELU.</summary>
public class FeatureDropoutTests
{
    private const double Rate = 0.3;

    private static readonly Dictionary<string, (long[] Shape, Func<Tensor, bool, Tensor> Drop)> Functions = new()
    {
        ["dropout1d"] = ([60, 50, 7], (x, training) => F.dropout1d(x, Rate, training)),
        ["dropout2d"] = ([60, 50, 3, 4], (x, training) => F.dropout2d(x, Rate, training)),
        ["dropout3d"] = ([60, 50, 2, 3, 2], (x, training) => F.dropout3d(x, Rate, training)),
        ["feature_alpha_dropout"] = ([60, 50, 3, 4], (x, training) => F.feature_alpha_dropout(x, Rate, training)),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_channel_is_kept_or_dropped_as_a_whole(string name)
    {
        using var scope = NewDisposeScope();
        var (shape, drop) = Functions[name];
        var channels = drop(ones(shape), true).reshape(3000, -1);
        var first = channels.ToFloats().Chunk((int)channels.shape[1]).Select(channel =>
        {
            Array.TrueForAll(channel, value => value == channel[0]).ShouldBeTrue();
            return channel[0];
        }).ToArray();

        var dropped = first.Count(value => value == first.Min()) / 3000.0;
        dropped.ShouldBe(Rate, 5 * Math.Sqrt(Rate * (1 - Rate) / 3000));
    }

    [Theory, MemberData(nameof(Names))]
    public void In_evaluation_nothing_is_dropped(string name)
    {
        using var scope = NewDisposeScope();
        var (shape, drop) = Functions[name];
        var x = randn(shape);
        drop(x, false).ToFloats().ShouldBe(x.ToFloats());
    }

    [Fact]
    public void Alpha_dropout_keeps_mean_zero_and_variance_one()
    {
        using var scope = NewDisposeScope();
        var y = F.alpha_dropout(randn(200_000), Rate, true);
        y.mean().ToDouble().ShouldBe(0, 0.02);
        y.std().ToDouble().ShouldBe(1, 0.02);
    }

    [Fact]
    public void Alpha_dropout_scales_and_shifts_what_it_keeps_and_the_gradient_follows()
    {
        using var scope = NewDisposeScope();
        var x = randn(1000).requires_grad_();
        var y = F.alpha_dropout(x, Rate, true);
        y.sum().backward();

        const double limit = -1.7580993408473766;
        var scale = 1 / Math.Sqrt((1 - Rate) * (1 + (Rate * limit * limit)));
        var shift = -scale * limit * Rate;
        foreach (var (input, (output, slope)) in x.ToFloats().Zip(y.ToFloats().Zip(x.grad!.ToFloats())))
        {
            ((double)output).ShouldBe((slope == 0 ? scale * limit : scale * input) + shift, 1e-5);
            if (slope != 0) ((double)slope).ShouldBe(scale, 1e-5);
        }
    }

    [Fact]
    public void The_layers_obey_the_mode()
    {
        using var scope = NewDisposeScope();
        var x = randn(4, 30, 2, 2);
        nn.Module<Tensor, Tensor>[] layers =
            [nn.Dropout2d(Rate), nn.AlphaDropout(Rate), nn.FeatureAlphaDropout(Rate), nn.Dropout1d(Rate), nn.Dropout3d(Rate)];
        foreach (var layer in layers)
        {
            var input = layer is Dropout1d ? x.flatten(2) : layer is Dropout3d ? x.unsqueeze(-1) : x;
            layer.call(input).ToFloats().ShouldNotBe(x.ToFloats(), layer.GetType().Name);
            layer.eval();
            layer.call(input).ToFloats().ShouldBe(x.ToFloats(), layer.GetType().Name);
            layer.Dispose();
        }
    }
}
