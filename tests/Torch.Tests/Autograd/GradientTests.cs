using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Autograd;

public class GradientTests
{
    [Fact]
    public void Accumulates_until_it_is_reset()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new[] { 1f, 2f }).requires_grad_();
        (x * 3).sum().backward();
        (x * 4).sum().backward();
        x.grad!.ToFloats().ShouldBe([7f, 7f]);
        x.grad!.zero_();
        (x * 5).sum().backward();
        x.grad!.ToFloats().ShouldBe([5f, 5f]);
    }

    [Fact]
    public void Flows_to_leaves_only()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        var y = x * 2;
        y.sum().backward();
        x.is_leaf.ShouldBeTrue();
        y.is_leaf.ShouldBeFalse();
        y.requires_grad.ShouldBeTrue();
        x.grad!.ToFloats().ShouldBe([2f, 2f]);
    }

    [Fact]
    public void Is_absent_before_the_first_backward()
    {
        using var scope = NewDisposeScope();
        ones(2).requires_grad_().grad.ShouldBeNull();
    }

    [Fact]
    public void Does_not_flow_through_detach()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new[] { 2f, 3f }).requires_grad_();
        var y = x * x.detach();
        y.sum().backward();
        x.detach().requires_grad.ShouldBeFalse();
        x.grad!.ToFloats().ShouldBe([2f, 3f]);
    }

    [Fact]
    public void Is_not_recorded_inside_no_grad()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        using (no_grad())
        {
            (x * 2).requires_grad.ShouldBeFalse();
            using (no_grad())
            {
            }

            (x * 2).requires_grad.ShouldBeFalse("an inner scope must not end the outer one");
        }

        (x * 2).requires_grad.ShouldBeTrue();
    }

    [Fact]
    public void Meets_itself_again_after_a_fork()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new[] { 3f }).requires_grad_();
        var a = x * 2;
        var b = a + x;
        (a * b).sum().backward();
        x.grad!.ToFloats().ShouldBe([36f]);
    }

    [Fact]
    public void Survives_the_disposal_of_intermediates()
    {
        using var scope = NewDisposeScope();
        var x = torch.tensor(new[] { 1f, -2f }).requires_grad_();
        var square = x * x;
        var positive = F.relu(square);
        square.Dispose();
        var sum = positive.sum();
        positive.Dispose();
        sum.backward();
        x.grad!.ToFloats().ShouldBe([2f, -4f]);
    }

    [Fact]
    public void A_deep_graph_does_not_overflow_the_stack()
    {
        using var scope = NewDisposeScope();
        var x = ones(1).requires_grad_();
        var y = x * 1;
        for (var i = 0; i < 20_000; i++)
        {
            y = y + 0;
        }

        y.sum().backward();
        x.grad!.ToFloats().ShouldBe([1f]);
    }
}
