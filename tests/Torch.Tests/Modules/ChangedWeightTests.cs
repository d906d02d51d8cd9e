using Shouldly;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.Torch.Tests.Modules;

/// <summary>
/// A backend may keep what it made of a layer's weights for the next prediction. Whatever changes the weights, the next prediction
/// is that of a layer that has had the new ones from the start.
/// </summary>
public class ChangedWeightTests
{
    private static readonly Dictionary<string, Func<nn.Module<Tensor, Tensor>>> Layers = new()
    {
        ["3×3"] = () => nn.Conv2d(16, 32, 3, padding: 1),
        ["3×3 of many"] = () => nn.Conv2d(144, 128, 3, padding: 1, bias: false),
        ["3×3 with steps"] = () => nn.Conv2d(16, 8, 3, stride: 2),
        ["1×1"] = () => nn.Conv2d(16, 24, 1),
        ["5×5 in groups"] = () => nn.Conv2d(16, 32, 5, padding: 2, groups: 4),
        ["depthwise 3×3"] = () => nn.Conv2d(16, 16, 3, padding: 1, groups: 16),
        ["depthwise 5×5"] = () => nn.Conv2d(16, 32, 5, groups: 16),
    };

    private static readonly Dictionary<string, Action<nn.Module<Tensor, Tensor>, Parameter>> Changes = new()
    {
        ["add_"] = (_, weight) => weight.add_(0.5f),
        ["mul_"] = (_, weight) => weight.mul_(-1.5f),
        ["sub_ of a tensor"] = (_, weight) => weight.sub_(rand_like(weight)),
        ["copy_"] = (_, weight) => weight.copy_(rand_like(weight)),
        ["fill_"] = (_, weight) => weight.fill_(0.25f),
        ["zero_"] = (_, weight) => weight.zero_(),
        ["clamp_"] = (_, weight) => weight.clamp_(-0.01, 0.01),
        ["uniform_"] = (_, weight) => weight.uniform_(-1, 1),
        ["initializer"] = (_, weight) => nn.init.xavier_normal_(weight),
        ["a view"] = (_, weight) => weight.view(-1).narrow(0, 3, 40).fill_(2f),
        ["a detached tensor"] = (_, weight) => weight.detach().mul_(3f),
        ["one element"] = (_, weight) => weight[0, 0, 1 % weight.shape[2], 0] = 7f,
        ["an accessor's element"] = (_, weight) => weight.data<float>()[0, 0, 0, 0] = 9f,
        ["an accessor's array"] = (_, weight) => weight.data<float>().CopyFrom([.. Enumerable.Range(0, (int)weight.numel()).Select(i => i % 7 - 3f)]),
        ["bytes"] = (_, weight) => weight.bytes = new byte[weight.bytes.Length],
        ["a span of bytes"] = (_, weight) => weight.bytes[2] ^= 0x40,
        ["a step of SGD"] = (layer, weight) => Step(layer, optim.SGD(layer.parameters(), 0.5)),
        ["a step of Adam"] = (layer, weight) => Step(layer, optim.Adam(layer.parameters(), 0.5)),
        ["a step of AdamW"] = (layer, weight) => Step(layer, optim.AdamW(layer.parameters(), 0.5)),
        ["a step of RMSprop"] = (layer, weight) => Step(layer, optim.RMSProp(layer.parameters(), 0.5)),
        ["state of another layer"] = (layer, weight) =>
            layer.load_state_dict(layer.state_dict().ToDictionary(entry => entry.Key, entry => rand_like(entry.Value))),
        ["a file"] = (layer, _) => Load(layer),
    };

    public static IEnumerable<object[]> Cases => Layers.Keys.SelectMany(_ => Changes.Keys, (layer, change) => new object[] { layer, change });

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_next_prediction_has_the_new_weights(string kind, string change)
    {
        manual_seed(3);
        using var scope = NewDisposeScope();
        using var layer = Layers[kind]();
        var weight = layer.parameters().First();
        var images = rand(2, weight.shape[1] == 144 ? 144 : 16, 28, 28);
        Predict(layer, images);
        var before = Predict(layer, images);

        using (no_grad()) Changes[change](layer, weight);

        using var fresh = Layers[kind]();
        fresh.load_state_dict(layer.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone()));
        var after = Predict(layer, images);
        after.sub(Predict(fresh, images)).abs().max().item<float>().ShouldBeLessThan(1e-6f);
        after.sub(before).abs().max().item<float>().ShouldBeGreaterThan(1e-6f, $"{change} changed nothing");
    }

    private static Tensor Predict(nn.Module<Tensor, Tensor> layer, Tensor images)
    {
        using var _ = no_grad();
        return layer.call(images);
    }

    private static void Step(nn.Module<Tensor, Tensor> layer, optim.Optimizer optimizer)
    {
        using (optimizer)
        using (enable_grad())
        {
            layer.call(rand(1, layer.parameters().First().shape[1] == 144 ? 144 : 16, 28, 28)).square().mean().backward();
            optimizer.step();
        }
    }

    private static void Load(nn.Module<Tensor, Tensor> layer)
    {
        var path = Path.GetTempFileName();
        try
        {
            using var other = Layers.Values.Select(create => create()).First(other => other.parameters().First().shape.SequenceEqual(layer.parameters().First().shape));
            other.save(path);
            layer.load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
