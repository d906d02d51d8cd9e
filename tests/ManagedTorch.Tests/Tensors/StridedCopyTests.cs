using Shouldly;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Tests.Tensors;

public sealed class StridedCopyTests
{
    private static readonly ScalarType[] Types =
        [ScalarType.Byte, ScalarType.Int32, ScalarType.Int64, ScalarType.Float32, ScalarType.Float64, ScalarType.Bool];

    [Fact]
    public void A_copy_has_the_same_elements_whatever_the_orders()
    {
        using var scope = NewDisposeScope();
        var random = new System.Random(3);
        for (var round = 0; round < 200; round++)
        {
            var rank = random.Next(1, 5);
            var shape = Enumerable.Range(0, rank).Select(_ => (long)random.Next(1, 5)).ToArray();
            var order = Enumerable.Range(0, rank).Select(i => (long)i).ToArray();
            random.Shuffle(order);
            var source = arange(Geometry.ElementCount(shape)).reshape(shape).to(Types[random.Next(5)]).permute(order);
            var target = empty(order.Select(i => shape[i]).Reverse().ToArray(), source.dtype).permute(Enumerable.Range(0, rank).Reverse().Select(i => (long)i));
            StridedCopy.Copy(source.Impl, target.Impl);
            Elements(target).ShouldBe(Elements(source));
        }
    }

    [Fact]
    public void Every_element_type_converts_to_every_other_as_in_C()
    {
        using var scope = NewDisposeScope();
        foreach (var from in Types)
        {
            foreach (var to in Types)
            {
                var source = tensor(new[] { 0.0, 1.0, 2.75, 200.0 }).to(from);
                var expected = Elements(source).Select(value => As(to, value)).ToArray();
                Elements(source.to(to)).ShouldBe(expected, $"{from} to {to}");
            }
        }
    }

    [Fact]
    public void Numbers_below_zero_are_cut_towards_it() =>
        tensor(new[] { -2.75f, -0.5f }).to(ScalarType.Int64).data<long>().ToArray().ShouldBe([-2L, 0]);

    private static double As(ScalarType type, double value) =>
        type switch
        {
            ScalarType.Bool => value != 0 ? 1 : 0,
            ScalarType.Float32 or ScalarType.Float64 => value,
            _ => Math.Truncate(value),
        };

    private static double[] Elements(Tensor tensor)
    {
        var doubles = TensorImpl.New(tensor.Impl.Shape, ScalarType.Float64);
        StridedCopy.Copy(tensor.Impl, doubles);
        using var handle = Tensor.Unscoped(doubles);
        return handle.data<double>().ToArray();
    }
}
