using System.Runtime.CompilerServices;
using CnnGen.ManagedTorch.Memory;
using Shouldly;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Tests.Tensors;

public sealed class TensorLifetimeTests
{
    [Fact]
    public void A_view_keeps_the_memory_of_a_disposed_tensor()
    {
        using var scope = NewDisposeScope();
        var whole = arange(6L).to(float32);
        var row = whole.reshape(2, 3).select(0, 1);
        whole.Dispose();
        row.data<float>().ToArray().ShouldBe([3f, 4f, 5f]);
    }

    [Fact]
    public void Autograd_keeps_the_memory_of_a_disposed_tensor()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2f }, requires_grad: true);
        var factor = tensor(new[] { 3f, 4f });
        var loss = (x * factor).sum();
        factor.Dispose();
        loss.backward();
        x.grad!.data<float>().ToArray().ShouldBe([3f, 4f]);
    }

    [Fact]
    public void A_training_step_returns_all_it_took()
    {
        using var model = Network();
        var optimizer = optim.Adam(model.parameters());
        Step(model, optimizer);
        Collect();
        var before = MemoryPool.RentedBytes;
        for (var i = 0; i < 3; i++) Step(model, optimizer);
        MemoryPool.RentedBytes.ShouldBe(before);
        optimizer.Dispose();
    }

    [Fact]
    public void A_graph_without_a_backward_pass_is_released_with_its_result()
    {
        using var model = Network();
        Collect();
        var before = MemoryPool.RentedBytes;
        using (NewDisposeScope()) model.call(rand(4, 1, 12, 12)).requires_grad.ShouldBeTrue();
        MemoryPool.RentedBytes.ShouldBe(before);
    }

    [Fact]
    public void A_backward_pass_that_fails_leaves_nothing_behind()
    {
        Collect();
        var before = MemoryPool.RentedBytes;
        using (NewDisposeScope())
        {
            var x = ones(1000, requires_grad: true);
            var y = x.exp();
            var loss = y.sum();
            using (no_grad()) y.zero_();
            Should.Throw<System.Runtime.InteropServices.ExternalException>(() => loss.backward()).Message.ShouldContain("inplace");
        }

        MemoryPool.RentedBytes.ShouldBe(before);
    }

    [Fact]
    public void Forgotten_tensors_are_collected()
    {
        Collect();
        var before = MemoryPool.RentedBytes;
        Forget();
        Collect();
        MemoryPool.RentedBytes.ShouldBeLessThanOrEqualTo(before);
    }

    [Fact]
    public void A_long_chain_of_steps_is_released_without_exhausting_the_stack()
    {
        Collect();
        var before = MemoryPool.RentedBytes;
        using (NewDisposeScope())
        {
            var x = zeros(1, requires_grad: true);
            var sum = x.add(1);
            for (var i = 0; i < 100_000; i++)
            {
                var next = sum.add(1);
                sum.Dispose();
                sum = next;
            }
        }

        MemoryPool.RentedBytes.ShouldBe(before);
    }

    [Fact]
    public void A_buffer_shares_the_memory_of_its_array()
    {
        var array = new[] { 1f, 2f, 3f, 4f };
        using (var shared = frombuffer(array, float32, count: 2, offset: 1))
        {
            shared.shape.ShouldBe([2L]);
            shared.mul_(10);
        }

        array.ShouldBe([1f, 20f, 30f, 4f]);
    }

    private static nn.Module<Tensor, Tensor> Network() =>
        nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU(true), nn.BatchNorm2d(4), nn.MaxPool2d(2), nn.Dropout(0.3), nn.Flatten(), nn.Linear(100, 3));

    private static void Step(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        nn.functional.cross_entropy(model.call(rand(4, 1, 12, 12)), randint(3, [4L])).backward();
        optimizer.step();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget()
    {
        var x = rand(1000, 1000, requires_grad: true);
        _ = (x * x).exp().sum();
    }

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
