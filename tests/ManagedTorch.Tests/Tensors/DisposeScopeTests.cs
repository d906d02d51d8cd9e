using Shouldly;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Tests.Tensors;

public sealed class DisposeScopeTests
{
    [Fact]
    public void Members_leave_in_any_order()
    {
        using var scope = NewDisposeScope();
        var tensors = Enumerable.Range(0, 50).Select(i => tensor((float)i)).ToArray();
        new System.Random(4).Shuffle(tensors);
        for (var i = 0; i < tensors.Length; i++)
        {
            tensors[i].Dispose();
            scope.DisposablesCount.ShouldBe(tensors.Length - i - 1);
        }
    }

    [Fact]
    public void A_scope_that_ends_too_early_leaves_the_chain_quietly()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        var a = ones(1);
        outer.Dispose();
        a.IsInvalid.ShouldBeFalse();
        var b = ones(1);
        inner.Contains(b).ShouldBeTrue();
        inner.Dispose();
        a.IsInvalid.ShouldBeTrue();
        CurrentDisposeScope.ShouldBeNull();
    }

    [Fact]
    public void Scopes_belong_to_their_thread()
    {
        using var scope = NewDisposeScope();
        DisposeScope? elsewhere = scope;
        var thread = new Thread(() => elsewhere = CurrentDisposeScope);
        thread.Start();
        thread.Join();
        elsewhere.ShouldBeNull();
    }

    [Fact]
    public void All_but_some_can_be_disposed_at_once()
    {
        using var scope = NewDisposeScope();
        var (a, b, c) = (ones(1), ones(1), ones(1));
        scope.DisposeEverythingBut(b);
        (a.IsInvalid, b.IsInvalid, c.IsInvalid).ShouldBe((true, false, true));
        scope.DisposablesView.ShouldBe([b]);
    }

    [Fact]
    public void A_parameter_takes_the_place_of_its_tensor()
    {
        using var scope = NewDisposeScope();
        var values = ones(2);
        var parameter = nn.Parameter(values);
        values.IsInvalid.ShouldBeTrue();
        scope.DisposablesView.ShouldBe([parameter]);
    }

    [Fact]
    public void Other_disposables_can_be_attached()
    {
        var stream = new MemoryStream();
        using (var scope = NewDisposeScope())
        {
            scope.Attach(stream);
            scope.Contains(stream).ShouldBeTrue();
        }

        stream.CanRead.ShouldBeFalse();
    }
}
