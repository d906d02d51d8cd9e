using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Operations;

public class DropoutTests
{
    private const int Count = 100_000;

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Drops_the_given_share_and_scales_the_rest(double rate)
    {
        using var scope = NewDisposeScope();
        var kept = F.dropout(ones(Count), rate, true).ToFloats().Where(value => value != 0).ToArray();

        // Five standard deviations of a binomial distribution.
        var deviation = Math.Sqrt(rate * (1 - rate) / Count);
        (1 - ((double)kept.Length / Count)).ShouldBe(rate, 5 * deviation);
        kept.ShouldAllBe(value => Math.Abs(value - (1 / (1 - rate))) < 1e-5);
    }

    [Fact]
    public void The_gradient_passes_where_the_value_did()
    {
        using var scope = NewDisposeScope();
        var x = ones(1000).requires_grad_();
        var y = F.dropout(x, 0.3, true);
        y.sum().backward();
        x.grad!.ToFloats().ShouldBe(y.ToFloats());
    }

    [Theory]
    [InlineData(0.0, true)]
    [InlineData(0.7, false)]
    public void Does_nothing_at_rate_zero_or_in_evaluation(double rate, bool training)
    {
        using var scope = NewDisposeScope();
        var x = randn(50);
        F.dropout(x, rate, training).ToFloats().ShouldBe(x.ToFloats());
    }

    [Fact]
    public void Drops_other_elements_each_time_and_the_same_ones_after_the_same_seed()
    {
        using var scope = NewDisposeScope();
        var x = ones(200);
        manual_seed(5);
        var (first, second) = (F.dropout(x).ToFloats(), F.dropout(x).ToFloats());
        manual_seed(5);
        F.dropout(x).ToFloats().ShouldBe(first);
        second.ShouldNotBe(first);
    }

    [Fact]
    public void The_layer_obeys_the_mode()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Dropout(0.5);
        var x = ones(200);
        layer.call(x).ToFloats().ShouldContain(0f);
        layer.eval();
        layer.call(x).ToFloats().ShouldBe(x.ToFloats());
    }
}
