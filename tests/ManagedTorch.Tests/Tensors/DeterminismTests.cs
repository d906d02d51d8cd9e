using Shouldly;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Tests.Tensors;

public sealed class DeterminismTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_seed_gives_the_same_bits_again(int threads)
    {
        var before = get_num_threads();
        set_num_threads(threads);
        try
        {
            Train().ShouldBe(Train());
        }
        finally
        {
            set_num_threads(before);
        }
    }

    private static byte[] Train()
    {
        manual_seed(11);
        using var scope = NewDisposeScope();
        using var model = nn.Sequential(
            nn.Conv2d(1, 16, 3), nn.ReLU(true), nn.BatchNorm2d(16), nn.AvgPool2d(2), nn.Conv2d(16, 8, 3, 1, 1), nn.GELU(),
            nn.Dropout(0.2), nn.Flatten(), nn.Linear(8 * 49, 10));
        using var optimizer = optim.AdamW(model.parameters(), 1e-2, weight_decay: 0.01);
        for (var step = 0; step < 5; step++)
        {
            optimizer.zero_grad();
            nn.functional.cross_entropy(model.call(rand(32, 1, 16, 16)), randint(10, [32L])).backward();
            optimizer.step();
        }

        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        model.save(writer);
        optimizer.save_state_dict(writer);
        return stream.ToArray();
    }
}
