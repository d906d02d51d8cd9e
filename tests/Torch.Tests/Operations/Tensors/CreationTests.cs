using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Operations;

public class CreationTests
{
    [Fact]
    public void Constants_of_a_shape()
    {
        using var scope = NewDisposeScope();
        zeros(2, 3).ToFloats().ShouldBe(new float[6]);
        ones([2, 2]).ToFloats().ShouldBe([1f, 1f, 1f, 1f]);
        full([3], 2.5).ToFloats().ShouldBe([2.5f, 2.5f, 2.5f]);
        empty(4, 5).shape.ShouldBe([4L, 5L]);
        zeros([2], ScalarType.Int64).data<long>().ToArray().ShouldBe([0L, 0L]);
    }

    [Fact]
    public void Ranges()
    {
        using var scope = NewDisposeScope();
        arange(4).data<long>().ToArray().ShouldBe([0L, 1, 2, 3]);
        arange(2, 8, 3).data<long>().ToArray().ShouldBe([2L, 5]);
    }

    [Fact]
    public void A_tensor_takes_the_type_of_its_numbers()
    {
        using var scope = NewDisposeScope();
        torch.tensor(new[] { 1f }).dtype.ShouldBe(ScalarType.Float32);
        torch.tensor(new[] { 1 }).dtype.ShouldBe(ScalarType.Int32);
        torch.tensor(new[] { 1L }).dtype.ShouldBe(ScalarType.Int64);
        torch.tensor(new[] { true }).dtype.ShouldBe(ScalarType.Bool);
        torch.tensor(1f).shape.ShouldBeEmpty();
        torch.tensor(3L).item<long>().ShouldBe(3);
    }

    [Fact]
    public void A_tensor_copies_its_numbers()
    {
        using var scope = NewDisposeScope();
        var numbers = new[] { 1f, 2f };
        var x = torch.tensor(numbers);
        numbers[0] = 7;
        x.ToFloats().ShouldBe([1f, 2f]);
    }

    [Fact]
    public void A_batch_becomes_a_tensor_without_an_array()
    {
        using var scope = NewDisposeScope();
        Memory<float> memory = new[] { 0f, 1f, 2f, 3f, 4f, 5f }.AsMemory(1, 4);
        torch.tensor(memory, new long[] { 2, 2 }).ToFloats().ShouldBe([1f, 2f, 3f, 4f]);
    }
}
