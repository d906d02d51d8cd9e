using System.Runtime.InteropServices;
using Shouldly;
using Xunit;

namespace CnnGen.ManagedTorch.Tests.Tensors;

public sealed class GeometryTests
{
    [Fact]
    public void View_strides_lead_to_the_same_elements()
    {
        var random = new System.Random(1);
        var found = 0;
        for (var round = 0; round < 500; round++)
        {
            var (shape, strides) = RandomWindow(random);
            var target = RandomSplit(random, Geometry.ElementCount(shape));
            if (ViewStrides(shape, strides, target) is not { } viewed) continue;
            found++;
            Offsets(target, viewed).ShouldBe(Offsets(shape, strides));
        }

        found.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_contiguous_tensor_has_a_view_of_every_shape()
    {
        var random = new System.Random(2);
        for (var round = 0; round < 200; round++)
        {
            var shape = RandomSplit(random, 48);
            ViewStrides(shape, Geometry.Strides(shape, MemoryLayout.Contiguous), RandomSplit(random, 48)).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Flattening_channels_last_needs_a_copy() =>
        ViewStrides([2, 3, 4, 5], Geometry.Strides([2, 3, 4, 5], MemoryLayout.ChannelsLast), [2, 60]).ShouldBeNull();

    [Theory]
    [InlineData(new long[] { 2, 3, 4, 5 }, (int)MemoryLayout.Contiguous, true, false)]
    [InlineData(new long[] { 2, 3, 4, 5 }, (int)MemoryLayout.ChannelsLast, false, true)]
    [InlineData(new long[] { 2, 1, 4, 5 }, (int)MemoryLayout.Contiguous, true, true)]
    [InlineData(new long[] { 2, 3, 1, 1 }, (int)MemoryLayout.ChannelsLast, true, true)]
    public void Orders_are_told_apart_where_they_differ(long[] shape, int layout, bool contiguous, bool channelsLast)
    {
        var strides = Geometry.Strides(shape, (MemoryLayout)layout);
        Geometry.IsContiguous(shape, strides).ShouldBe(contiguous);
        Geometry.IsChannelsLast(shape, strides).ShouldBe(channelsLast);
    }

    [Fact]
    public void Shapes_are_stretched_to_one_another()
    {
        Geometry.Broadcast([3, 1], [4]).ShouldBe([3L, 4]);
        Geometry.Broadcast([], [2, 5]).ShouldBe([2L, 5]);
        Geometry.Broadcast([0], [1]).ShouldBe([0L]);
        Should.Throw<ExternalException>(() => Geometry.Broadcast([3], [4])).Message.ShouldContain("[3] and [4]");
    }

    [Fact]
    public void One_size_of_a_shape_may_be_left_open()
    {
        ResolveShape([-1, 6], [2, 3, 4]).ShouldBe([4L, 6]);
        Should.Throw<ExternalException>(() => ResolveShape([-1, 5], [2, 3, 4])).Message.ShouldContain("[2, 3, 4]");
        Should.Throw<ExternalException>(() => ResolveShape([-1, -1], [4]));
        Should.Throw<ExternalException>(() => ResolveShape([-1, 0], [0]));
    }

    private static long[]? ViewStrides(long[] shape, long[] strides, long[] target)
    {
        var result = new long[target.Length];
        return Geometry.TryViewStrides(shape, strides, target, result) ? result : null;
    }

    private static long[] ResolveShape(long[] requested, long[] current)
    {
        var shape = new long[requested.Length];
        Geometry.ResolveShape(requested, current, shape);
        return shape;
    }

    private static (long[] Shape, long[] Strides) RandomWindow(System.Random random)
    {
        var shape = RandomSplit(random, 24);
        var order = Enumerable.Range(0, shape.Length).ToArray();
        if (random.Next(2) == 0) random.Shuffle(order);
        var strides = new long[shape.Length];
        var stride = 1L;
        foreach (var dim in order.Reverse())
        {
            strides[dim] = stride;
            stride *= shape[dim];
        }

        return (shape, strides);
    }

    private static long[] RandomSplit(System.Random random, long count)
    {
        var shape = new List<long>();
        while (count > 1)
        {
            var divisors = Enumerable.Range(1, (int)count).Where(d => count % d == 0).ToArray();
            var size = divisors[random.Next(divisors.Length)];
            shape.Add(size);
            count /= size;
        }

        return shape.ToArray();
    }

    private static List<long> Offsets(long[] shape, long[] strides)
    {
        List<long> offsets = [0];
        for (var dim = 0; dim < shape.Length; dim++)
            offsets = offsets.SelectMany(offset => Enumerable.Range(0, (int)shape[dim]).Select(i => offset + (i * strides[dim]))).ToList();
        return offsets;
    }
}
