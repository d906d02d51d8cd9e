using System.Diagnostics;
using CnnGen.ManagedTorch.Memory;
using Shouldly;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Tests.Tensors;

/// <summary>A thousand steps need no more memory than ten.</summary>
public sealed class LongTrainingTests
{
    private const int Warming = 10;
    private const int Steps = 1000;
    private const int BatchSize = 16;

    // What the runtime itself may come to need in between: compiled code, a heap that was not full yet.
    private const long RuntimeBytes = 24 << 20;
    private const long ManagedBytes = 1 << 20;

    [Fact]
    public void Memory_stays_flat_after_the_tenth_step()
    {
        using var model = Network();
        using var optimizer = optim.Adam(model.parameters(), 1e-3);
        using var images = rand(BatchSize, 1, 16, 16);
        using var labels = randint(10, [(long)BatchSize]);

        for (var step = 0; step < Warming; step++) Step(model, optimizer, images, labels);
        var before = Measure();
        for (var step = Warming; step < Steps; step++)
        {
            Step(model, optimizer, images, labels);
            MemoryPool.RentedBytes.ShouldBe(before.Rented, $"bytes in use after step {step}");
        }

        var after = Measure();
        after.Held.ShouldBe(before.Held, "bytes in use and kept for reuse");
        (after.Managed - before.Managed).ShouldBeLessThan(ManagedBytes, "managed memory that a collection leaves");
        (after.WorkingSet - before.WorkingSet).ShouldBeLessThan(RuntimeBytes, "the process's memory");
    }

    private static void Step(Sequential model, Adam optimizer, Tensor images, Tensor labels)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        nn.functional.cross_entropy(model.call(images), labels).backward();
        optimizer.step();
    }

    private static Sequential Network() => nn.Sequential(
        nn.Conv2d(1, 16, 3, 1, 1), nn.ReLU(), nn.BatchNorm2d(16), nn.Conv2d(16, 16, 3, 2), nn.ReLU(true), nn.BatchNorm2d(16),
        nn.Flatten(), nn.Linear(16 * 49, 64), nn.ReLU(), nn.BatchNorm1d(64), nn.Dropout(0.2), nn.Linear(64, 10));

    private static (long Rented, long Held, long Managed, long WorkingSet) Measure()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return (MemoryPool.RentedBytes, MemoryPool.RentedBytes + MemoryPool.CachedBytes, GC.GetTotalMemory(false), process.WorkingSet64);
    }
}
