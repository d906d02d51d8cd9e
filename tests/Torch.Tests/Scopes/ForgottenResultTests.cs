using System.Diagnostics;
using Shouldly;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.Torch.Tests.Scopes;

/// <summary>Tensors that nobody disposes are found by the collector, whatever waits to be computed of them.</summary>
public class ForgottenResultTests
{
    private const int Predictions = 3000;
    private const long AllowedBytes = 1 << 30;

    [Fact]
    public void A_loop_that_disposes_nothing_does_not_fill_the_memory()
    {
        using var network = nn.Sequential(nn.Conv2d(4, 16, 3, padding: 1), nn.BatchNorm2d(16), nn.ReLU(), nn.Conv2d(16, 16, 1), nn.BatchNorm2d(16));
        network.eval();
        using var mode = no_grad();
        long before = Used();
        for (var i = 0; i < Predictions; i++)
        {
            // More than a megabyte each.
            var images = ones(1, 4, 128, 128);
            network.call(nn.functional.pad(images, [0, 1, 0, 1]));
            if (i % 40 == 39)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }

        (Used() - before).ShouldBeLessThan(AllowedBytes);
    }

    private static long Used()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
