using CnnGen.ManagedTorch.Tests.Kernels;
using Shouldly;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Tests.Tensors;

/// <summary>
/// An epoch of a network like those of the sample, with everything in it that is drawn or summed: start weights, shuffled
/// pictures, batch normalization, dropout.
/// </summary>
public sealed class DeterminismTests
{
    private const int Pictures = 320;
    private const int BatchSize = 32;

    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, OptimizerHelper>> Optimizers = new()
    {
        ["SGD"] = parameters => optim.SGD(parameters, 1e-2, momentum: 0.9, nesterov: true),
        ["Adam"] = parameters => optim.Adam(parameters, 1e-3),
        ["AdamW"] = parameters => optim.AdamW(parameters, 1e-3, weight_decay: 0.01),
        ["RMSprop"] = parameters => optim.RMSProp(parameters, 1e-3, momentum: 0.5, centered: true),
    };

    public static TheoryData<string, int> OptimizersAndThreads => new() { { "SGD", 2 }, { "Adam", 1 }, { "Adam", 2 }, { "AdamW", 3 }, { "RMSprop", 2 } };

    [Theory, MemberData(nameof(OptimizersAndThreads))]
    public void A_seed_gives_the_same_bits_again(string optimizer, int threads)
    {
        var first = TrainOn(threads, Optimizers[optimizer]);
        TrainOn(threads, Optimizers[optimizer]).State.ShouldBe(first.State);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(1, 7)]
    public void Another_number_of_threads_gives_the_same_loss(int threads, int others)
    {
        // Rounding differs, and grows from step to step as it does between any two trainings: a low rate keeps it small.
        Func<IEnumerable<Parameter>, OptimizerHelper> optimizer = parameters => optim.SGD(parameters, 1e-3, momentum: 0.9);
        var (_, losses) = TrainOn(threads, optimizer);
        var (_, theirs) = TrainOn(others, optimizer);
        foreach (var (loss, other) in losses.Zip(theirs))
        {
            loss.ShouldBe(other, 1e-5f * loss);
        }
    }

    [Fact]
    public void Another_seed_gives_other_weights() =>
        TrainOn(2, Optimizers["Adam"], seed: 12).State.ShouldNotBe(TrainOn(2, Optimizers["Adam"]).State);

    private static (byte[] State, float[] Losses) TrainOn(
        int threads, Func<IEnumerable<Parameter>, OptimizerHelper> optimizerOf, int seed = 11)
    {
        using var _ = new ThreadCount(threads);
        manual_seed(seed);
        using var scope = NewDisposeScope();
        using var model = Network();
        using var optimizer = optimizerOf(model.parameters());
        var images = rand(Pictures, 1, 20, 20);
        var labels = randint(10, [(long)Pictures]);
        var order = randperm(Pictures);
        var losses = new List<float>();
        for (var start = 0; start < Pictures; start += BatchSize)
        {
            using var step = NewDisposeScope();
            var chosen = order.narrow(0, start, BatchSize);
            optimizer.zero_grad();
            var loss = nn.functional.cross_entropy(model.call(images.index_select(0, chosen)), labels.index_select(0, chosen));
            loss.backward();
            optimizer.step();
            losses.Add(loss.item<float>());
        }

        return (StateOf(model, optimizer), [.. losses]);
    }

    private static Sequential Network() => nn.Sequential(
        nn.Conv2d(1, 32, 3, 1, 1), nn.ReLU(), nn.BatchNorm2d(32, 1e-3),
        nn.Conv2d(32, 32, 3, 1, 1), nn.ReLU(true), nn.MaxPool2d(2), nn.Dropout(0.25),
        nn.Conv2d(32, 16, 3, 2), nn.BatchNorm2d(16, 1e-3), nn.GELU(), nn.AvgPool2d(2),
        nn.Flatten(), nn.Linear(64, 128), nn.ReLU(), nn.BatchNorm1d(128, 1e-3), nn.Dropout(0.5), nn.Linear(128, 10));

    private static byte[] StateOf(nn.Module model, OptimizerHelper optimizer)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        model.save(writer);
        optimizer.save_state_dict(writer);
        return stream.ToArray();
    }
}
