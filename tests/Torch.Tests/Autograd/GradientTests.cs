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
    public void Of_a_binary_loss_with_labels_of_64_bits_is_that_with_labels_of_32()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(4, 1);
        var (x, labels) = (randn(3, 4), new[] { 1.0, 0, 1 });
        F.binary_cross_entropy_with_logits(layer.call(x).squeeze(1), torch.tensor(labels, ScalarType.Float32)).backward();
        var expected = layer.weight!.grad!.ToFloats();
        layer.weight.grad!.zero_();
        F.binary_cross_entropy_with_logits(layer.call(x).squeeze(1), torch.tensor(labels)).backward();
        layer.weight.grad!.ToFloats().ShouldBeCloseTo(expected, Closeness.Gradient, "weights");
    }

    [Fact]
    public void That_is_given_is_converted()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        x.backward([torch.tensor(new[] { 1.0, 2 })]);
        (x * 3).backward([torch.tensor(new[] { 1L, 2 })]);
        x.grad!.ToFloats().ShouldBe([4f, 8f]);
        var y = ones(2, ScalarType.Float64).requires_grad_();
        (y * 3).backward([torch.tensor(new[] { 1f, 2 })]);
        y.grad!.data<double>().ToArray().ShouldBe([3.0, 6]);
    }

    [Fact]
    public void Is_clipped_whatever_its_type()
    {
        using var scope = NewDisposeScope();
        var narrow = new TorchSharp.Modules.Parameter(zeros(1));
        var wide = new TorchSharp.Modules.Parameter(zeros(1, ScalarType.Float64));
        (narrow * 3 + wide * 4).sum().backward();
        nn.utils.clip_grad_norm_([narrow, wide], 1).ShouldBe(5, 1e-5);
        wide.grad!.data<double>().ToArray()[0].ShouldBe(0.8, 1e-5);
    }

    [Fact]
    public void Flows_again_through_steps_that_saved_nothing()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, 3).requires_grad_();
        var shared = (x + 1).reshape(3, 2).transpose(0, 1);
        var (first, second) = (shared.narrow(0, 0, 1).sum(), (shared - 2).mean());
        first.backward();
        first.backward();
        second.backward();
        x.grad!.ToFloats().Sum().ShouldBe((2 * 3) + 1, 1e-5);
    }

    [Fact]
    public void Of_several_losses_of_one_sum_flows_from_each()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (ones(3).requires_grad_(), ones(3).requires_grad_());
        var sum = x + y;
        (sum * sum).sum().backward();
        (sum * 2).sum().backward();
        x.grad!.ToFloats().ShouldBe([6f, 6f, 6f]);
        y.grad!.ToFloats().ShouldBe([6f, 6f, 6f]);
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
