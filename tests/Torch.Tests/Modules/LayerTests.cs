using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;

namespace CnnGen.Torch.Tests.Modules;

/// <summary>Layers as modules: that each factory passes its arguments on. The arithmetic is tested with the operations.</summary>
public class LayerTests
{
    private static readonly Dictionary<string, Func<nn.Module<Tensor, Tensor>>> Layers = new()
    {
        ["Conv2d(4, 6, 3)"] = () => nn.Conv2d(4, 6, 3),
        ["Conv2d(4, 6, 3, 2, 1)"] = () => nn.Conv2d(4, 6, 3, 2, 1),
        ["Conv2d(4, 6, 3, 1, 2, 2, 2, bias=False)"] = () => nn.Conv2d(4, 6, 3, 1, 2, 2, PaddingModes.Zeros, 2, false),
        ["Conv2d(4, 6, (3, 5), (2, 1), (1, 2), (1, 1))"] = () => nn.Conv2d(4, 6, (3, 5), (2, 1), (1, 2), (1, 1)),
        ["Conv2d(4, 6, 3, padding='same')"] = () => nn.Conv2d(4, 6, 3, Padding.Same),
        ["Conv2d(4, 6, 3, 1, 1, padding_mode='reflect')"] = () => nn.Conv2d(4, 6, 3, 1, 1, 1, PaddingModes.Reflect),
        ["Conv2d(4, 6, (3, 2), (2, 1), (2, 0), (1, 2), 2, False, 'circular')"] =
            () => nn.Conv2d(4, 6, (3, 2), (2, 1), (2, 0), (1, 2), PaddingModes.Circular, 2, false),
        ["ConvTranspose2d(4, 6, 3)"] = () => nn.ConvTranspose2d(4, 6, 3),
        ["ConvTranspose2d(4, 6, 3, 2, 1, 1)"] = () => nn.ConvTranspose2d(4, 6, 3, 2, 1, 1),
        ["ConvTranspose2d(4, 6, 3, 2, 1, 1, 2, False, 1)"] = () => nn.ConvTranspose2d(4, 6, 3, 2, 1, 1, 1, PaddingModes.Zeros, 2, false),
        ["ConvTranspose2d(4, 6, (3, 2), (1, 2), (1, 0), (0, 0), 1, True, (1, 2))"] =
            () => nn.ConvTranspose2d(4, 6, (3, 2), (1, 2), (1, 0), (0, 0), (1, 2)),
        ["Conv1d(4, 6, 3)"] = () => nn.Conv1d(4, 6, 3),
        ["Conv1d(4, 6, 3, 2, 1, 2, 2, False)"] = () => nn.Conv1d(4, 6, 3, 2, 1, 2, PaddingModes.Zeros, 2, false),
        ["Conv1d(4, 6, 4, padding='same', padding_mode='reflect')"] = () => nn.Conv1d(4, 6, 4, Padding.Same, padding_mode: PaddingModes.Reflect),
        ["Conv2d(4, 6, (2, 3), padding='valid', padding_mode='circular')"] =
            () => nn.Conv2d(4, 6, (2, 3), Padding.Valid, padding_mode: PaddingModes.Circular),
        ["Conv1d(4, 6, 2, padding='same')"] = () => nn.Conv1d(4, 6, 2, Padding.Same),
        ["Conv1d(4, 6, 3, 2, 1, padding_mode='replicate')"] = () => nn.Conv1d(4, 6, 3, 2, 1, 1, PaddingModes.Replicate),
        ["Conv3d(4, 6, 3, 1, 1, padding_mode='replicate')"] = () => nn.Conv3d(4, 6, 3, 1, 1, 1, PaddingModes.Replicate),
        ["Conv3d(4, 6, 3)"] = () => nn.Conv3d(4, 6, 3),
        ["Conv3d(4, 6, (3, 2, 1), (2, 1, 1), (1, 0, 2), (1, 2, 1), 2)"] =
            () => nn.Conv3d(4, 6, (3, 2, 1), (2, 1, 1), (1, 0, 2), (1, 2, 1), PaddingModes.Zeros, 2),
        ["Conv3d(4, 6, 2, padding='same')"] = () => nn.Conv3d(4, 6, 2, Padding.Same),
        ["Conv3d(4, 6, (1, 2, 3), padding='same')"] = () => nn.Conv3d(4, 6, (1, 2, 3), Padding.Same),
        ["ConvTranspose1d(4, 6, 3, 2, 1, 1)"] = () => nn.ConvTranspose1d(4, 6, 3, 2, 1, 1),
        ["ConvTranspose3d(4, 6, 3, 2, 1, 1)"] = () => nn.ConvTranspose3d(4, 6, 3, 2, 1, 1),
        ["ConvTranspose3d(4, 6, (3, 2, 1), (2, 1, 1), (1, 0, 0), bias=False)"] =
            () => nn.ConvTranspose3d(4, 6, (3, 2, 1), (2, 1, 1), (1, 0, 0), bias: false),
        ["Linear(7, 5)"] = () => nn.Linear(7, 5),
        ["Linear(7, 5, False)"] = () => nn.Linear(7, 5, false),
        ["BatchNorm2d(4)"] = () => nn.BatchNorm2d(4),
        ["BatchNorm2d(4, 0.001, 0.01)"] = () => nn.BatchNorm2d(4, 0.001, 0.01),
        ["BatchNorm2d(4, 0.001, 0.01, False)"] = () => nn.BatchNorm2d(4, 0.001, 0.01, false),
        ["MaxPool2d(2)"] = () => nn.MaxPool2d(2),
        ["MaxPool2d(3, 2, 1)"] = () => nn.MaxPool2d(3, 2, 1),
        ["MaxPool2d((2, 3), (2, 1))"] = () => nn.MaxPool2d((2, 3), (2, 1)),
        ["AvgPool2d(2)"] = () => nn.AvgPool2d(2),
        ["AvgPool2d(3, 2, 1, True, False)"] = () => nn.AvgPool2d(3, 2, 1, true, false),
        ["MaxPool1d(3, 2, 1)"] = () => nn.MaxPool1d(3, 2, 1),
        ["MaxPool1d(2)"] = () => nn.MaxPool1d(2),
        ["MaxPool3d(2)"] = () => nn.MaxPool3d(2),
        ["MaxPool3d((2, 3, 1), (2, 1, 3), (1, 0, 0))"] = () => nn.MaxPool3d((2, 3, 1), (2, 1, 3), (1, 0, 0)),
        ["AvgPool1d(3, 2, 1)"] = () => nn.AvgPool1d(3, 2, 1),
        ["AvgPool1d(2)"] = () => nn.AvgPool1d(2),
        ["AvgPool3d(2)"] = () => nn.AvgPool3d(2),
        ["AvgPool3d((2, 3, 1), (2, 1, 3), (1, 0, 0), False, False)"] = () => nn.AvgPool3d((2, 3, 1), (2, 1, 3), (1, 0, 0), false, false),
        ["AdaptiveAvgPool1d(2)"] = () => nn.AdaptiveAvgPool1d(2),
        ["AdaptiveAvgPool3d((1, 2, 3))"] = () => nn.AdaptiveAvgPool3d((1, 2, 3)),
        ["BatchNorm1d(4)"] = () => nn.BatchNorm1d(4),
        ["BatchNorm3d(4, 0.001)"] = () => nn.BatchNorm3d(4, 0.001),
        ["GroupNorm(2, 4, 0.001)"] = () => nn.GroupNorm(2, 4, 0.001),
        ["GroupNorm(1, 4, affine=False)"] = () => nn.GroupNorm(1, 4, affine: false),
        ["InstanceNorm1d(4)"] = () => nn.InstanceNorm1d(4),
        ["InstanceNorm2d(4, 0.001, 0.3)"] = () => nn.InstanceNorm2d(4, 0.001, 0.3),
        ["InstanceNorm2d(4, affine=True, track_running_stats=True)"] = () => nn.InstanceNorm2d(4, affine: true, track_running_stats: true),
        ["InstanceNorm3d(4, momentum=0.4, track_running_stats=True)"] = () => nn.InstanceNorm3d(4, momentum: 0.4, track_running_stats: true),
        ["LocalResponseNorm(3)"] = () => nn.LocalResponseNorm(3),
        ["LocalResponseNorm(2, 0.1, 0.5, 2)"] = () => nn.LocalResponseNorm(2, 0.1, 0.5, 2),
        ["LayerNorm(7)"] = () => nn.LayerNorm(7),
        ["LayerNorm((6, 7), 0.001)"] = () => nn.LayerNorm([6, 7], 0.001),
        ["LayerNorm((6, 7), 0.001, False)"] = () => nn.LayerNorm([6, 7], 0.001, false),
        ["Upsample(scale_factor=(2, 2))"] = () => nn.Upsample(scale_factor: [2, 2]),
        ["Upsample(size=(9, 11), mode='bilinear')"] = () => nn.Upsample([9, 11], mode: UpsampleMode.Bilinear),
        ["Upsample(scale_factor=(2, 3), mode='bilinear', align_corners=True)"] =
            () => nn.Upsample(scale_factor: [2, 3], mode: UpsampleMode.Bilinear, align_corners: true),
        ["AdaptiveAvgPool2d(1)"] = () => nn.AdaptiveAvgPool2d(1),
        ["AdaptiveMaxPool2d((3, 7))"] = () => nn.AdaptiveMaxPool2d([3, 7]),
        ["AdaptiveMaxPool2d((4, 3))"] = () => nn.AdaptiveMaxPool2d([4, 3]),
        ["ReflectionPad2d(2)"] = () => nn.ReflectionPad2d(2),
        ["ReflectionPad2d((0, 1, 2, 3))"] = () => nn.ReflectionPad2d((0, 1, 2, 3)),
        ["ReplicationPad2d(9)"] = () => nn.ReplicationPad2d(9),
        ["ReplicationPad2d((0, 1, 2, 3))"] = () => nn.ReplicationPad2d((0, 1, 2, 3)),
        ["PixelShuffle(2)"] = () => nn.PixelShuffle(2),
        ["Softmax2d()"] = () => nn.Softmax2d(),
        ["Unflatten(1, (2, 2))"] = () => nn.Unflatten(1, [2, 2]),
        ["ZeroPad2d((0, 1, 2, 3))"] = () => nn.ZeroPad2d((0, 1, 2, 3)),
        ["ReLU()"] = () => nn.ReLU(),
        ["LeakyReLU(0.3)"] = () => nn.LeakyReLU(0.3),
        ["ELU(0.7)"] = () => nn.ELU(0.7),
        ["GELU()"] = () => nn.GELU(),
        ["SiLU()"] = () => nn.SiLU(),
        ["Sigmoid()"] = () => nn.Sigmoid(),
        ["Tanh()"] = () => nn.Tanh(),
        ["ReLU6()"] = () => nn.ReLU6(),
        ["SELU()"] = () => nn.SELU(),
        ["CELU(0.4)"] = () => nn.CELU(0.4),
        ["Softplus(0.5, 2)"] = () => nn.Softplus(0.5, 2),
        ["Softsign()"] = () => nn.Softsign(),
        ["Hardsigmoid()"] = () => nn.Hardsigmoid(),
        ["Hardswish()"] = () => nn.Hardswish(),
        ["LogSigmoid()"] = () => nn.LogSigmoid(),
        ["Mish()"] = () => nn.Mish(),
        ["Tanhshrink()"] = () => nn.Tanhshrink(),
        ["Softshrink(0.2)"] = () => nn.Softshrink(0.2),
        ["Hardshrink(0.2)"] = () => nn.Hardshrink(0.2),
        ["Threshold(0.1, -3)"] = () => nn.Threshold(0.1, -3),
        ["PReLU(1)"] = () => nn.PReLU(1),
        ["PReLU(4, 0.1)"] = () => nn.PReLU(4, 0.1),
        ["Softmin(1)"] = () => nn.Softmin(1),
        ["Softmax(1)"] = () => nn.Softmax(1),
        ["LogSoftmax(1)"] = () => nn.LogSoftmax(1),
        ["Flatten()"] = () => nn.Flatten(),
        ["Flatten(2)"] = () => nn.Flatten(2),
        ["Identity()"] = () => nn.Identity(),
        ["Sequential(torch.nn.Conv2d(4, 3, 3), torch.nn.ReLU(), torch.nn.Flatten(), torch.nn.Linear(60, 2))"] =
            () => nn.Sequential(nn.Conv2d(4, 3, 3), nn.ReLU(), nn.Flatten(), nn.Linear(60, 2)),
    };

    public static TheoryData<string> Names => [.. Layers.Keys];

    [PyTorchTheory, MemberData(nameof(Names))]
    public void Gives_what_the_same_layer_gives_in_PyTorch(string python)
    {
        using var scope = NewDisposeScope();
        using var layer = Layers[python]();
        var any = new Any(0, python);
        var input = any.Distinct("x", ShapeFor(python));

        var state = layer.state_dict().Where(entry => entry.Value.dtype == ScalarType.Float32).ToArray();
        var question = new Question($"""
            layer = torch.nn.{python}
            state = layer.state_dict()
            {string.Concat(state.Select((entry, i) => $"state['{entry.Key}'].copy_(p{i})\n"))}
            y = layer(x)
            layer.eval()
            z = layer(x)
            """).With("x", input.Value).Wants("y", "z");
        for (var i = 0; i < state.Length; i++)
        {
            question.With($"p{i}", state[i].Value.ToValue());
        }

        var theirs = PyTorch.Ask(question);
        layer.call(input.ToTensor()).ToValue().ShouldBeCloseTo(theirs[0]!, Closeness.Forward, any.Replay);
        layer.eval();
        layer.call(input.ToTensor()).ToValue().ShouldBeCloseTo(theirs[1]!, Closeness.Forward, any.Replay);
    }

    private static long[] ShapeFor(string python) =>
        python.Contains("1d(") ? [2, 4, 7] : python.Contains("3d(") ? [2, 4, 3, 5, 4] : [2, 4, 6, 7];

    [Fact]
    public void A_sequence_names_its_layers_by_number_or_as_told()
    {
        using var numbered = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1));
        numbered.state_dict().Keys.ShouldBe(["0.weight", "0.bias", "2.weight", "2.bias"]);

        using var named = nn.Sequential(("in", nn.Linear(2, 3)), ("out", nn.Linear(3, 1)));
        named.state_dict().Keys.ShouldBe(["in.weight", "in.bias", "out.weight", "out.bias"]);
    }
}
