using Shouldly;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Tests.Tensors;

/// <summary>Shapes are shared by all tensors that have them, so nobody may get hold of the shared array.</summary>
public sealed class DimensionsTests
{
    [Fact]
    public void The_same_numbers_are_the_same_array()
    {
        long[] numbers = [3, 1, 4, 1];
        var shared = Dimensions.Of(numbers);
        shared.ShouldBe(numbers);
        shared.ShouldNotBeSameAs(numbers);
        Dimensions.Of([3, 1, 4, 1]).ShouldBeSameAs(shared);
        Dimensions.Repeat(7, 3).ShouldBe([7L, 7, 7]);
        Dimensions.Of([]).ShouldBeEmpty();
    }

    [Fact]
    public void Ever_new_shapes_stay_right()
    {
        for (var i = 0L; i < 10_000; i++) Dimensions.Of([i, i + 1]).ShouldBe([i, i + 1]);
    }

    [Fact]
    public void What_a_program_does_with_a_shape_stays_with_it()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        x.shape[0] = 99;
        x.size()[0] = 99;
        x.stride()[0] = 99;
        long[] sizes = [2, 3];
        var y = zeros(sizes);
        sizes[0] = 99;
        x.shape.ShouldBe([2L, 3]);
        y.shape.ShouldBe([2L, 3]);
        zeros(2, 3).stride().ShouldBe([3L, 1]);
    }

    [Fact]
    public void A_changed_setting_of_one_layer_is_that_layers_alone()
    {
        using var scope = NewDisposeScope();
        using var first = nn.Conv2d(1, 1, 3);
        using var second = nn.Conv2d(1, 1, 3);
        first.call(zeros(1, 1, 9, 9)).shape.ShouldBe([1L, 1, 7, 7]);
        first.stride[0] = 2;
        first.call(zeros(1, 1, 9, 9)).shape.ShouldBe([1L, 1, 4, 7]);
        second.call(zeros(1, 1, 9, 9)).shape.ShouldBe([1L, 1, 7, 7]);
    }
}
