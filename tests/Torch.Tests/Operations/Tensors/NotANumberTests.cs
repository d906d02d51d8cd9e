using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

/// <summary>NaN, infinities, zeros and what lies on a kink go through every function and back as in PyTorch.</summary>
public class NotANumberTests
{
    private const float Infinity = float.PositiveInfinity;

    private static readonly float[] Specials = [float.NaN, Infinity, -Infinity, 0, 1, -1, 3, -3, 6, 0.5f, -0.5f, 100, -100];

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Functions = new()
    {
        ["F.relu(x)"] = x => F.relu(x),
        ["F.relu(x * 1, True)"] = x => F.relu(x * 1, true),
        ["F.relu(x.double()).float()"] = x => F.relu(x.to(ScalarType.Float64)).to(ScalarType.Float32),
        ["F.relu6(x)"] = x => F.relu6(x),
        ["F.leaky_relu(x, 0.1)"] = x => F.leaky_relu(x, 0.1),
        ["F.elu(x, 0.7)"] = x => F.elu(x, 0.7),
        ["F.selu(x)"] = x => F.selu(x),
        ["F.celu(x, 0.7)"] = x => F.celu(x, 0.7),
        ["F.hardsigmoid(x)"] = x => F.hardsigmoid(x),
        ["F.hardshrink(x)"] = x => F.hardshrink(x),
        ["F.threshold(x, 0.0, 5.0)"] = x => F.threshold(x, 0, 5),
        ["F.softplus(x)"] = x => F.softplus(x),
        ["x.clamp(-1, 3)"] = x => x.clamp(-1, 3),
        ["x.abs()"] = x => x.abs(),
        ["torch.sign(x)"] = torch.sign,
        ["torch.maximum(x, x * 0)"] = x => torch.maximum(x, x * 0),
        ["torch.minimum(x, x * 0)"] = x => torch.minimum(x, x * 0),
        ["torch.maximum(x.detach() * 0 + 1, x)"] = x => torch.maximum((x.detach() * 0) + 1, x),
        ["x.max()"] = x => x.max(),
        ["x.min()"] = x => x.min(),
        ["x.max(0)[0]"] = x => x.max(0).values,
        ["x.pow(0)"] = x => x.pow(0),
        ["x.pow(2)"] = x => x.pow(2),
        ["F.max_pool2d(x.reshape(1, 1, 1, -1), (1, 3), (1, 2), (0, 1)).flatten()"] =
            x => F.max_pool2d(x.reshape(1, 1, 1, -1), (1, 3), (1, 2), (0, 1)).flatten(),
    };

    // What PyTorch's vectors make of a gradient of NaN here is not what it makes of the few numbers that fill none.
    private static readonly string[] UndecidedOnNaN = ["F.relu6", "F.elu", "F.selu", "F.celu", "F.hardshrink"];

    public static TheoryData<string> Names => [.. Functions.Keys];

    [PyTorchTheory, MemberData(nameof(Names))]
    public void A_function_of_special_numbers(string python)
    {
        var specials = UndecidedOnNaN.Any(name => python.StartsWith(name, StringComparison.Ordinal)) ? Specials[1..] : Specials;
        // In every place of a vector, and alone.
        for (var shift = 0; shift < specials.Length; shift++)
        {
            float[] values = [.. specials[shift..], .. specials, .. specials[..shift]];
            PyTorchAgrees(new Any(shift, python), python, Functions[python], new Operand("x", new([values.Length], values)) { Differentiable = true });
            PyTorchAgrees(new Any(shift, python), python, Functions[python], new Operand("x", new([1], new[] { specials[shift] })) { Differentiable = true });
        }
    }

    [PyTorchFact]
    public void A_power_of_zero_and_to_the_power_of_zero()
    {
        float[] bases = [0, 0, 0, 0, 0, -2, Infinity, 3, 1], exponents = [0, 1, 2, -1, 0.5f, 3, 0, 0, -2];
        PyTorchAgrees(
            new Any(1), "x.pow(y)", (x, y) => x.pow(y), new Operand("x", new([9], bases)) { Differentiable = true },
            new Operand("y", new([9], exponents)) { Differentiable = true });
    }

    [PyTorchFact]
    public void A_rectifier_behind_a_layer_lets_a_gradient_through_to_what_is_not_a_number()
    {
        float[] values = [float.NaN, 1, -2, 3, -4, 5, 6, -7];
        foreach (var python in new[] { "F.relu(F.conv2d(x, x[:1, :, :1, :1]))", "F.relu(F.batch_norm(x, None, None, training=True))" })
        {
            PyTorchAgrees(
                new Any(1), python,
                x => python.Contains("conv", StringComparison.Ordinal)
                    ? F.relu(F.conv2d(x, x[..1, .., ..1, ..1]))
                    : F.relu(F.batch_norm(x, null, null, training: true)),
                new Operand("x", new([2, 1, 2, 2], values)) { Differentiable = true });
        }
    }
}
