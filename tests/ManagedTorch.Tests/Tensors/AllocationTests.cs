using Shouldly;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Tests.Tensors;

/// <summary>What a step takes from the managed heap: handles that the program sees, and hardly anything else.</summary>
public sealed class AllocationTests
{
    [Theory]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    [InlineData("SGD")]
    [InlineData("RMSprop")]
    public void A_training_step_takes_less_than_4_KB(string optimizer)
    {
        using var network = new GeneratedNetwork();
        using var update = Optimizer(optimizer, network);
        BytesOf(() => network.Step(update)).ShouldBeLessThan(4096);
    }

    [Fact]
    public void An_inference_takes_less_than_2_KB()
    {
        using var network = new GeneratedNetwork();
        BytesOf(network.Predict).ShouldBeLessThan(2048);
    }

    private static long BytesOf(Action action)
    {
        const int Times = 20;
        for (var i = 0; i < 5; i++) action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++) action();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Times;
    }

    private static optim.Optimizer Optimizer(string name, GeneratedNetwork network) => name switch
    {
        "Adam" => optim.Adam(network.parameters()),
        "AdamW" => optim.AdamW(network.parameters()),
        "SGD" => optim.SGD(network.parameters(), 0.01, momentum: 0.9),
        _ => optim.RMSProp(network.parameters(), momentum: 0.9),
    };
}
