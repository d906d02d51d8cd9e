using CnnGen.ManagedTorch.Memory;
using Shouldly;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Tests.Tensors;

/// <summary>Objects behind handles are used again; nobody who holds a handle, alive or disposed, may notice.</summary>
public sealed class RecyclingTests
{
    [Fact]
    public void A_disposed_handle_stays_disposed_whatever_is_made_of_its_array()
    {
        using var scope = NewDisposeScope();
        var gone = ones(3);
        gone.Dispose();
        var next = Enumerable.Range(0, 10).Select(i => full([4], (float)i)).ToArray();
        gone.IsInvalid.ShouldBeTrue();
        Should.Throw<ObjectDisposedException>(() => gone.add(1));
        gone.Dispose();
        for (var i = 0; i < next.Length; i++) next[i].data<float>().ToArray().ShouldAllBe(value => value == i);
    }

    [Fact]
    public void Disposing_twice_at_once_releases_once()
    {
        for (var round = 0; round < 200; round++)
        {
            var shared = ones(8);
            var kept = shared.alias();
            Parallel.Invoke(shared.Dispose, shared.Dispose, shared.Dispose);
            using var other = zeros(8);
            kept.data<float>().ToArray().ShouldAllBe(value => value == 1);
            kept.Dispose();
        }
    }

    [Fact]
    public void A_view_of_a_disposed_tensor_keeps_its_shape_and_values_while_others_come_and_go()
    {
        using var scope = NewDisposeScope();
        var whole = arange(12L).to(float32).reshape(3, 4);
        var row = whole.select(0, 1);
        whole.Dispose();
        for (var i = 0; i < 20; i++) zeros(3, 4).Dispose();
        row.shape.ShouldBe([4L]);
        row.data<float>().ToArray().ShouldBe([4f, 5, 6, 7]);
    }

    [Fact]
    public void A_retained_graph_gives_the_same_gradients_after_other_passes()
    {
        using var scope = NewDisposeScope();
        var x = new Parameter(tensor(new[] { 1f, 2f, 3f }));
        var loss = x.mul(x).exp().sum();
        loss.backward(retain_graph: true);
        var first = x.grad!.data<float>().ToArray();
        for (var i = 0; i < 20; i++)
        {
            using var inner = NewDisposeScope();
            var y = new Parameter(rand(5));
            y.sigmoid().mul(3).sum().backward();
        }

        x.grad = null;
        loss.backward();
        x.grad!.data<float>().ToArray().ShouldBe(first);
    }

    [Fact]
    public void A_retained_gradient_does_not_reach_a_later_tensor()
    {
        using var scope = NewDisposeScope();
        var x = new Parameter(ones(3));
        var y = x.mul(2);
        y.retain_grad();
        var loss = y.sum();
        y.Dispose();
        var later = Enumerable.Range(0, 10).Select(_ => new Parameter(zeros(3))).ToArray();
        loss.backward();
        foreach (var parameter in later) parameter.grad.ShouldBeNull();
        x.grad!.data<float>().ToArray().ShouldBe([2f, 2, 2]);
    }

    [Fact]
    public void An_optimizer_does_not_take_a_new_parameter_for_one_it_knew()
    {
        var known = new Parameter(ones(3));
        using var optimizer = optim.Adam([known]);
        known.Dispose();
        for (var i = 0; i < 20; i++)
        {
            using var stranger = new Parameter(ones(3));
            Should.Throw<ObjectDisposedException>(() => optimizer.step());
            var group = optimizer.ParamGroups.OfType<ParamGroup>().Single();
            group.Parameters = [stranger];
            stranger.sum().backward();
            Should.Throw<KeyNotFoundException>(() => optimizer.step());
            group.Parameters = [known];
        }
    }

    [Fact]
    public void A_step_that_is_refused_leaves_nothing_behind()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, 2, requires_grad: true);
        var buffer = zeros(2, 2);
        buffer[0].copy_(x[0]);
        var before = MemoryPool.RentedBytes;
        for (var i = 0; i < 5; i++)
        {
            using var inner = NewDisposeScope();
            Should.Throw<System.Runtime.InteropServices.ExternalException>(() => buffer * x);
        }

        MemoryPool.RentedBytes.ShouldBe(before);
    }

    [Fact]
    public void What_is_released_on_another_thread_serves_that_thread()
    {
        var tensors = Enumerable.Range(0, 100).Select(i => full([5], (float)i)).ToArray();
        var thread = new Thread(() =>
        {
            foreach (var tensor in tensors[..50]) tensor.Dispose();
            for (var i = 0; i < 100; i++) full([5], -1f).Dispose();
        });
        thread.Start();
        thread.Join();
        for (var i = 50; i < 100; i++) tensors[i].data<float>().ToArray().ShouldAllBe(value => value == i);
        foreach (var tensor in tensors) tensor.Dispose();
    }

    [Fact]
    public void A_backward_pass_within_a_scope_disposes_nothing_of_it()
    {
        using var scope = NewDisposeScope();
        var x = new Parameter(ones(3));
        var y = x.mul(2);
        y.sum().backward();
        var gradient = x.grad!;
        for (var i = 0; i < 3; i++) x.mul(i).sum().backward();
        y.IsInvalid.ShouldBeFalse();
        gradient.data<float>().ToArray().ShouldBe([5f, 5, 5]);
    }
}
