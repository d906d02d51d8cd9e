using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Operations;

/// <summary>Positions come from users, and memory must not be touched beyond a tensor's own: every index is held to its tensor, or refused.</summary>
public class IndexTests
{
    [Theory, Cases(200)]
    public void Gather_takes_what_lies_there_or_refuses(int number)
    {
        using var scope = NewDisposeScope();
        var any = new Any(number);
        var shape = any.Shape((int)any.Between(1, 3), 4);
        var dim = (int)any.Between(0, shape.Length - 1);
        long[] taken = [.. shape.Select(size => any.Flag(0.15) ? size + 1 : any.Between(1, (int)size))];
        var fits = !taken.Where((size, axis) => axis != dim && size > shape[axis]).Any();
        var positions = any.Indices((int)taken.Aggregate((a, b) => a * b), (int)shape[dim]);
        if (any.Flag(0.2))
        {
            (fits, positions[^1]) = (false, any.OneOf(-1, shape[dim], long.MaxValue, long.MinValue));
        }

        var x = arange(shape.Aggregate((a, b) => a * b)).reshape(shape);
        var index = torch.tensor(positions, taken);
        if (!fits)
        {
            Should.Throw<Exception>(() => x.gather(dim, index));
            return;
        }

        x.gather(dim, index).ToLongs().ShouldBe([.. Places(taken).Select((place, i) =>
        {
            place[dim] = positions[i];
            return place.Zip(shape).Aggregate(0L, (flat, axis) => (flat * axis.Second) + axis.First);
        })]);
    }

    [Fact]
    public void A_number_is_gathered_as_a_row_of_one()
    {
        using var scope = NewDisposeScope();
        torch.tensor(7f).gather(0, zeros(3, ScalarType.Int64)).ToFloats().ShouldBe([7f, 7f, 7f]);
        ones(3).gather(0, torch.tensor(2L)).shape.ShouldBeEmpty();
        Should.Throw<Exception>(() => torch.tensor(7f).gather(0, torch.tensor(1L)));
    }

    [Theory, InlineData(-1L), InlineData(3L), InlineData(long.MaxValue)]
    public void Index_select_refuses_what_is_not_there(long position)
    {
        using var scope = NewDisposeScope();
        Should.Throw<Exception>(() => ones(3).index_select(0, torch.tensor(new[] { position })));
    }

    [Theory, InlineData(1L, long.MaxValue), InlineData(4L, 0L), InlineData(0L, 4L), InlineData(0L, -1L)]
    public void Narrow_refuses_what_is_not_there(long start, long length)
    {
        using var scope = NewDisposeScope();
        Should.Throw<Exception>(() => ones(3).narrow(0, start, length));
    }

    [Fact]
    public void A_slice_may_step_beyond_its_end()
    {
        using var scope = NewDisposeScope();
        arange(5).slice(0, 1, 5, long.MaxValue / 2).ToLongs().ShouldBe([1L]);
        arange(5).slice(0, 1, long.MaxValue, 3).ToLongs().ShouldBe([1L, 4]);
        arange(5).slice(0, 3, 1, 1).numel().ShouldBe(0);
    }

    [Theory]
    [InlineData(-5L, 7L), InlineData(7L, -5L), InlineData(-4L, 4L), InlineData(-2L, -2L)]
    public void Padding_refuses_to_cut_off_more_than_there_is(long before, long after)
    {
        using var scope = NewDisposeScope();
        Should.Throw<Exception>(() => F.pad(ones(3), [before, after]));
    }

    [FactExceptOnTorchSharp("It reads beyond the array.")]
    public void Elements_beyond_an_array_are_refused()
    {
        var array = new float[3];
        Should.Throw<Exception>(() => frombuffer(array, ScalarType.Float32, long.MaxValue, 2));
        using var x = ones(3);
        using var elements = x.data<float>();
        Should.Throw<Exception>(() => elements.CopyTo(new float[5], 0, -2));
        Should.Throw<Exception>(() => elements.CopyFrom(new float[5], 0, -2));
        Should.Throw<Exception>(() => F.pad(x, [long.MaxValue, long.MaxValue]));
    }

    [Theory]
    [InlineData(InterpolationMode.Nearest), InlineData(InterpolationMode.Bilinear), InlineData(InterpolationMode.Bicubic), InlineData(InterpolationMode.Area)]
    public void Images_without_pixels_are_not_resized(InterpolationMode mode)
    {
        using var scope = NewDisposeScope();
        Should.Throw<Exception>(() => F.interpolate(ones(1, 2, 0, 4), [2, 2], mode: mode));
        F.interpolate(ones(0, 2, 3, 4), [2, 2], mode: mode).shape.ShouldBe([0L, 2, 2, 2]);
    }

    [Fact]
    public void Running_averages_that_lie_scattered_are_followed_where_they_lie()
    {
        using var scope = NewDisposeScope();
        var all = zeros(3, 2);
        F.batch_norm(full([4, 3], 2.0, ScalarType.Float32) + arange(4, ScalarType.Float32).reshape(4, 1), all.select(1, 0), all.select(1, 1) + 1, training: true, momentum: 1);
        all.ToFloats().ShouldBe([3.5f, 0, 3.5f, 0, 3.5f, 0]);
    }

    [Fact]
    public void A_tensor_of_rows_and_one_of_columns_give_elements()
    {
        using var scope = NewDisposeScope();
        var scores = arange(6, ScalarType.Float32).reshape(3, 2).requires_grad_();
        var chosen = scores[TensorIndex.Tensor(arange(3)), TensorIndex.Tensor(torch.tensor(new[] { 1L, 0, 1 }))];
        chosen.ToFloats().ShouldBe([1f, 2f, 5f]);
        chosen.sum().backward();
        scores.grad!.ToFloats().ShouldBe([0f, 1f, 1f, 0f, 0f, 1f]);
    }

    [Fact]
    public void A_tensor_without_dimensions_is_a_position()
    {
        using var scope = NewDisposeScope();
        var x = arange(6, ScalarType.Float32).reshape(3, 2);
        var last = TensorIndex.Tensor(torch.tensor(-1L));
        x[last].ToFloats().ShouldBe([4f, 5f]);
        x[TensorIndex.Colon, last].ToFloats().ShouldBe([1f, 3f, 5f]);
        x[last, TensorIndex.Tensor(torch.tensor(0L))].shape.ShouldBeEmpty();
        x[last] = zeros(2);
        x.ToFloats().ShouldBe([0f, 1f, 2f, 3f, 0f, 0f]);
    }

    [Fact]
    public void Positions_that_do_not_belong_together_are_refused()
    {
        using var scope = NewDisposeScope();
        var x = ones(3, 4);
        Should.Throw<Exception>(() => x[TensorIndex.Tensor(arange(2)), TensorIndex.Tensor(arange(3))]);
        Should.Throw<Exception>(() => x[TensorIndex.Tensor(arange(4))]);
        Should.Throw<Exception>(() => x[TensorIndex.Tensor(torch.tensor(new[] { -4L }))]);
        Should.Throw<Exception>(() => x[TensorIndex.Tensor(torch.tensor(3L))]);
        Should.Throw<Exception>(() => x[TensorIndex.Tensor(arange(1)), TensorIndex.Tensor(arange(1)), TensorIndex.Tensor(arange(1))]);
    }

    private static IEnumerable<long[]> Places(long[] shape)
    {
        for (var i = 0L; i < shape.Aggregate((a, b) => a * b); i++)
        {
            var (left, place) = (i, new long[shape.Length]);
            for (var axis = shape.Length - 1; axis >= 0; axis--)
            {
                (place[axis], left) = (left % shape[axis], left / shape[axis]);
            }

            yield return place;
        }
    }
}
