using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Operations;

public class ConversionTests
{
    [Fact]
    public void To_another_type_and_back()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new[] { 0f, 1.75f, -2.5f });
        x.to(ScalarType.Int64).data<long>().ToArray().ShouldBe([0L, 1, -2]);
        x.to(ScalarType.Bool).data<bool>().ToArray().ShouldBe([false, true, true]);
        torch.tensor(new[] { 3L, -4L }).to(ScalarType.Float32).ToFloats().ShouldBe([3f, -4f]);
        torch.tensor(new[] { true, false }).to(ScalarType.Float32).ToFloats().ShouldBe([1f, 0f]);
    }

    [Fact]
    public void To_a_number()
    {
        using var scope = NewDisposeScope();
        torch.tensor(2.5f).item<float>().ShouldBe(2.5f);
        torch.tensor(2.5f).ToSingle().ShouldBe(2.5f);
        torch.tensor(2.5f).ToDouble().ShouldBe(2.5);
        torch.tensor(7L).ToInt64().ShouldBe(7);
        torch.tensor(7L).ToInt32().ShouldBe(7);
        ((float)torch.tensor(2.5f)).ShouldBe(2.5f);
    }

    [Fact]
    public void Copying_converts_and_broadcasts()
    {
        using var scope = NewDisposeScope();
        var target = zeros(2, 3);
        target.copy_(torch.tensor(new[] { 1L, 2L, 3L }));
        target.ToFloats().ShouldBe([1f, 2f, 3f, 1f, 2f, 3f]);
    }

    [Fact]
    public void Copying_into_a_view_writes_through_it()
    {
        using var scope = NewDisposeScope();
        var target = zeros(2, 2);
        target.transpose(0, 1)[0].copy_(torch.tensor(new[] { 5f, 6f }));
        target.ToFloats().ShouldBe([5f, 0f, 6f, 0f]);
    }

    [Fact]
    public void A_gradient_goes_back_through_a_conversion_of_the_layout()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, 3).requires_grad_();
        (x.transpose(0, 1).contiguous() * torch.tensor(new[] { 1f, 2f })).sum().backward();
        x.grad!.ToFloats().ShouldBe([1f, 1f, 1f, 2f, 2f, 2f]);
    }
}
