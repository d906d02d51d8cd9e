using System.Runtime.InteropServices;
using Shouldly;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Tests.Tensors;

public sealed class TapeTests
{
    [Fact]
    public void A_leaf_used_several_times_in_one_step_collects_every_share()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 2f, 3f }, requires_grad: true);
        x.addcmul(x, x, 1).sum().backward();
        x.grad!.data<float>().ToArray().ShouldBe([5f, 7f]);
        (x - x).sum().backward();
        x.grad!.data<float>().ToArray().ShouldBe([5f, 7f]);
    }

    [Fact]
    public void Two_leaves_never_share_the_memory_of_their_gradients()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (ones(3, requires_grad: true), ones(3, requires_grad: true));
        (a + b).sum().backward();
        a.grad!.mul_(5);
        b.grad!.data<float>().ToArray().ShouldBe([1f, 1f, 1f]);
    }

    [Fact]
    public void The_gradient_that_is_passed_in_stays_the_callers()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var seed = tensor(new[] { 1f, 2f });
        x.backward([seed]);
        x.alias().backward([seed]);
        x.grad!.data<float>().ToArray().ShouldBe([2f, 4f]);
        seed.data<float>().ToArray().ShouldBe([1f, 2f]);
    }

    [Fact]
    public void Clearing_writes_through_to_a_handle_that_somebody_holds()
    {
        using var scope = NewDisposeScope();
        var x = new TorchSharp.Modules.Parameter(ones(2));
        var optimizer = optim.SGD([x], 0.1);
        (x * 3).sum().backward();
        var held = x.grad!;
        optimizer.zero_grad();
        held.data<float>().ToArray().ShouldBe([0f, 0f]);
        (x * 4).sum().backward();
        held.data<float>().ToArray().ShouldBe([4f, 4f]);
    }

    [Fact]
    public void A_cleared_gradient_reads_as_zeros_and_moves_nothing()
    {
        using var scope = NewDisposeScope();
        var x = new TorchSharp.Modules.Parameter(ones(2));
        var optimizer = optim.SGD([x], 0.1);
        (x * 3).sum().backward();
        optimizer.zero_grad();
        optimizer.step();
        x.data<float>().ToArray().ShouldBe([1f, 1f]);
        x.grad!.data<float>().ToArray().ShouldBe([0f, 0f]);
    }

    [Fact]
    public void The_base_of_a_recorded_write_into_a_view_is_stale()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, 2, requires_grad: true);
        var buffer = zeros(2, 2);
        var row = buffer[0];
        row.copy_(x[0]);
        row.sum().backward();
        x.grad!.data<float>().ToArray().ShouldBe([1f, 1f, 0f, 0f]);
        Should.Throw<ExternalException>(() => (buffer * x).sum()).Message.ShouldContain("clone()");
    }

    [Fact]
    public void A_second_backward_pass_needs_the_graph_retained()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var loss = x.exp().sum();
        loss.backward(retain_graph: true);
        loss.backward();
        Should.Throw<ExternalException>(() => loss.backward()).Message.ShouldContain("second time");
    }

    [Fact]
    public void Only_the_inputs_asked_for_get_a_gradient()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (ones(2, requires_grad: true), ones(2, requires_grad: true));
        (a * b).sum().backward(inputs: [b]);
        a.grad.ShouldBeNull();
        b.grad.ShouldNotBeNull();
    }

    [Fact]
    public void A_computed_tensor_keeps_its_gradient_on_request()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2f }, requires_grad: true);
        var squares = x.square();
        squares.retain_grad();
        (squares * 3).sum().backward();
        squares.grad!.data<float>().ToArray().ShouldBe([3f, 3f]);
        x.grad!.data<float>().ToArray().ShouldBe([6f, 12f]);
    }

    [Fact]
    public void The_mode_is_the_threads_own_and_nests()
    {
        using (no_grad())
        {
            using (enable_grad()) is_grad_enabled().ShouldBeTrue();
            is_grad_enabled().ShouldBeFalse();
            var elsewhere = false;
            var thread = new Thread(() => elsewhere = is_grad_enabled());
            thread.Start();
            thread.Join();
            elsewhere.ShouldBeTrue();
        }

        is_grad_enabled().ShouldBeTrue();
    }
}
