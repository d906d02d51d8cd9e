using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Scopes;

public class DisposeScopeTests
{
    [Fact]
    public void The_end_of_a_scope_disposes_what_was_made_in_it()
    {
        Tensor made;
        using (NewDisposeScope())
        {
            made = ones(3) + 1;
            made.IsInvalid.ShouldBeFalse();
        }

        made.IsInvalid.ShouldBeTrue();
    }

    [Fact]
    public void A_scope_counts_what_it_will_dispose()
    {
        using var scope = NewDisposeScope();
        scope.DisposablesCount.ShouldBe(0);
        var x = ones(3);
        var y = x + x;
        scope.DisposablesCount.ShouldBe(2);
        x.Dispose();
        scope.DisposablesCount.ShouldBe(1);
        y.IsInvalid.ShouldBeFalse();
    }

    [Fact]
    public void A_tensor_can_move_to_the_outer_scope()
    {
        Tensor moved;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                moved = ones(3).MoveToOuterDisposeScope();
            }

            moved.IsInvalid.ShouldBeFalse();
            outer.DisposablesCount.ShouldBe(1);
        }

        moved.IsInvalid.ShouldBeTrue();
    }

    [Fact]
    public void A_tensor_moved_out_of_the_outermost_scope_lives_on()
    {
        Tensor moved;
        using (NewDisposeScope())
        {
            moved = ones(2).MoveToOuterDisposeScope();
        }

        moved.ToFloats().ShouldBe([1f, 1f]);
        moved.Dispose();
    }

    [Fact]
    public void A_detached_tensor_is_left_alone()
    {
        Tensor detached;
        using (NewDisposeScope())
        {
            detached = ones(2).DetachFromDisposeScope();
        }

        detached.IsInvalid.ShouldBeFalse();
        detached.Dispose();
        detached.IsInvalid.ShouldBeTrue();
    }

    [Fact]
    public void A_scope_may_end_on_another_thread() => OnAnotherThread(() =>
    {
        using var outer = NewDisposeScope();
        var ended = NewDisposeScope();
        var lost = ones(2);
        OnAnotherThread(ended.Dispose);
        lost.IsInvalid.ShouldBeTrue();

        var made = ones(2, 3).requires_grad_();
        F.cross_entropy(made.matmul(ones(3, 4)), zeros(2, ScalarType.Int64)).backward();
        made.grad!.shape.ShouldBe([2L, 3]);
        outer.Contains(made).ShouldBeTrue();
        using (NewDisposeScope())
        {
            outer.Contains(ones(1).MoveToOuterDisposeScope()).ShouldBeTrue();
        }
    });

    [Fact]
    public void A_scope_within_one_that_ended_on_another_thread_moves_out_of_both() => OnAnotherThread(() =>
    {
        using var outer = NewDisposeScope();
        var ended = NewDisposeScope();
        using var inner = NewDisposeScope();
        OnAnotherThread(ended.Dispose);
        outer.Contains(ones(1).MoveToOuterDisposeScope()).ShouldBeTrue();
        inner.Dispose();
        outer.Contains(ones(1)).ShouldBeTrue();
    });

    [Fact]
    public void The_only_scope_of_a_thread_may_end_on_another() => OnAnotherThread(() =>
    {
        OnAnotherThread(NewDisposeScope().Dispose);
        using var made = ones(2) + 1;
        made.ToFloats().ShouldBe([2f, 2f]);
    });

    // A thread of its own, so that no other test's scopes are around.
    private static void OnAnotherThread(Action action)
    {
        Exception? error = null;
        var thread = new Thread(() => error = Record.Exception(action));
        thread.Start();
        thread.Join();
        if (error is not null) throw error;
    }

    [Fact]
    public void Layers_made_in_a_scope_survive_it()
    {
        nn.Module<Tensor, Tensor> layer;
        using (NewDisposeScope())
        {
            layer = nn.Linear(2, 1);
        }

        using (layer)
        {
            layer.parameters().ShouldAllBe(parameter => !parameter.IsInvalid);
        }
    }

    [Fact]
    public void Gradients_of_parameters_survive_the_scope_of_the_step()
    {
        using var layer = nn.Linear(2, 1);
        using (NewDisposeScope())
        {
            layer.call(ones(1, 2)).sum().backward();
        }

        layer.weight!.grad!.ToFloats().ShouldBe([1f, 1f]);
    }
}
