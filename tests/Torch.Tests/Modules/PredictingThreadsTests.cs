using Shouldly;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.Torch.Tests.Modules;

/// <summary>What threads share when they predict with one network at once: its weights, and whatever a backend makes of them.</summary>
public class PredictingThreadsTests
{
    private const int Threads = 6;
    private const int Predictions = 40;

    [Fact]
    public void Threads_that_predict_with_one_network_get_what_one_thread_gets()
    {
        manual_seed(2);
        using var network = nn.Sequential(
            nn.Conv2d(3, 16, 3, stride: 2, padding: 1), nn.BatchNorm2d(16), nn.ReLU(),
            nn.Conv2d(16, 16, 3, padding: 1, groups: 16), nn.BatchNorm2d(16), nn.ReLU6(),
            nn.Conv2d(16, 32, 3, padding: 1, bias: false), nn.BatchNorm2d(32), nn.ReLU(),
            nn.Conv2d(32, 24, 1), nn.Flatten(), nn.Linear(24 * 12 * 12, 5));
        network.eval();
        using var images = randn(Predictions, 3, 24, 24);
        var expected = new float[Predictions][];
        for (var i = 0; i < Predictions; i++) expected[i] = Predict(network, images, i);

        // Weights that are new to everybody: all threads want them packed at once.
        using (no_grad()) network.load_state_dict(network.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone()));
        Parallel.For(0, Threads * Predictions, new ParallelOptions { MaxDegreeOfParallelism = Threads }, number =>
            Predict(network, images, number % Predictions).ShouldBe(expected[number % Predictions], 1e-5, $"prediction {number}"));
    }

    private static float[] Predict(nn.Module<Tensor, Tensor> network, Tensor images, int index)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        return network.call(images[index].unsqueeze(0)).data<float>().ToArray();
    }
}
