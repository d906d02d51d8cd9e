using CnnGen.ManagedTorch.Randomness;
using Shouldly;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Tests.Tensors;

public sealed class RandomTests
{
    [Fact]
    public void The_twister_gives_the_numbers_of_the_standard()
    {
        // The C++ standard fixes the 10000th number of the default seed.
        var twister = new MersenneTwister(5489);
        for (var i = 1; i < 10_000; i++) twister.Next32();
        twister.Next32().ShouldBe(4123659995u);
    }

    [Fact]
    public void A_saved_state_goes_on_as_if_nothing_had_been()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(7);
        randn([3L], generator: generator);
        var state = generator.get_state();
        var first = randn([40L], generator: generator);
        generator.set_state(state);
        randn([40L], generator: generator).data<float>().ToArray().ShouldBe(first.data<float>().ToArray());
    }

    [Fact]
    public void A_draw_does_not_depend_on_the_order_in_memory()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var plain = empty(2, 3, 4, 5).uniform_(-1, 1);
        manual_seed(5);
        var channelsLast = empty(2, 4, 5, 3).permute(0, 3, 1, 2).uniform_(-1, 1);
        channelsLast.data<float>().ToArray().ShouldBe(plain.data<float>().ToArray());
    }

    [Fact]
    public void Truncated_normal_numbers_stay_inside_and_have_the_right_spread()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        var numbers = nn.init.trunc_normal_(empty(100_000), 0, 1, -2, 2);
        numbers.abs().max().item<float>().ShouldBeLessThanOrEqualTo(2f);
        numbers.mean().item<float>().ShouldBe(0f, 0.01f);
        numbers.std().item<float>().ShouldBe(0.8796f, 0.01f);
    }

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(0.5, 0.5204998778130465)]
    [InlineData(1.0, 0.8427007929497149)]
    [InlineData(-2.0, -0.9953222650189527)]
    [InlineData(3.0, 0.9999779095030014)]
    [InlineData(7.0, 1.0)]
    public void The_error_function_is_right_to_double_precision(double x, double expected) =>
        SpecialFunctions.Erf(x).ShouldBe(expected, 1e-14);

    [Fact]
    public void The_inverse_error_function_leads_back()
    {
        for (var x = -3.4; x <= 3.4; x += 0.01)
            SpecialFunctions.InverseErf(SpecialFunctions.Erf(x)).ShouldBe(x, 1e-9);
        SpecialFunctions.InverseErf(1).ShouldBe(double.PositiveInfinity);
        SpecialFunctions.InverseErf(1.5).ShouldBe(double.NaN);
    }
}
