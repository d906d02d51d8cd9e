using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>Activations give Keras's values.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class ActivationRunTests
{
    private static readonly float[] Inputs = [-4, -2.5f, -1, -0.4f, 0, 0.3f, 0.5f, 1, 2, 3.5f, 7];

    // keras/src/activations/activations.py
    private static readonly Dictionary<Activation, Func<double, double>> Functions = new()
    {
        [Activation.Linear] = x => x,
        [Activation.ReLU] = x => Math.Max(x, 0),
        [Activation.LeakyReLU] = x => x > 0 ? x : 0.2 * x,
        [Activation.ELU] = x => x > 0 ? x : Math.Exp(x) - 1,
        [Activation.SiLU] = x => x * Sigmoid(x),
        [Activation.Sigmoid] = Sigmoid,
        [Activation.Tanh] = Math.Tanh,
        [Activation.ReLU6] = x => Math.Clamp(x, 0, 6),
        [Activation.SELU] = x => 1.05070098 * (x > 0 ? x : 1.67326324 * (Math.Exp(x) - 1)),
        [Activation.CELU] = x => x > 0 ? x : Math.Exp(x) - 1,
        [Activation.Softplus] = Softplus,
        [Activation.Softsign] = x => x / (1 + Math.Abs(x)),
        [Activation.Exponential] = Math.Exp,
        [Activation.HardSigmoid] = HardSigmoid,
        [Activation.HardSiLU] = x => x * HardSigmoid(x),
        [Activation.HardTanh] = x => Math.Clamp(x, -1, 1),
        [Activation.LogSigmoid] = x => -Softplus(-x),
        [Activation.Mish] = x => x * Math.Tanh(Softplus(x)),
        [Activation.TanhShrink] = x => x - Math.Tanh(x),
        [Activation.SoftShrink] = x => x > 0.5 ? x - 0.5 : x < -0.5 ? x + 0.5 : 0,
        [Activation.HardShrink] = x => Math.Abs(x) > 0.5 ? x : 0,
        [Activation.Squareplus] = x => (x + Math.Sqrt((x * x) + 4)) / 2,
        [Activation.SparsePlus] = x => x <= -1 ? 0 : x >= 1 ? x : (x + 1) * (x + 1) / 4,
        [Activation.SparseSigmoid] = x => Math.Clamp((x + 1) / 2, 0, 1),
    };

    public static TheoryData<Activation> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_activation_is_Keras_s(Activation activation) => ShouldGive($"[Activation(Activation.{activation})]", Functions[activation]);

    /// <summary>Those that are no function of one value, and GELU, which .NET has no error function for.</summary>
    [Fact]
    public void All_others_are_functions_of_several_values() =>
        Enum.GetValues<Activation>().Except(Functions.Keys).ShouldBe([Activation.GELU, Activation.Softmax, Activation.LogSoftmax]);

    [Fact]
    public void The_exponential_of_a_log_softmax_is_a_softmax()
    {
        double sum = Inputs.Sum(x => Math.Exp(x));
        ShouldGive("[Activation(Activation.LogSoftmax)]", x => x - Math.Log(sum));
    }

    [Theory]
    [InlineData("MaxValue = 2", 2, 0, 0)]
    [InlineData("NegativeSlope = 0.1", double.PositiveInfinity, 0.1, 0)]
    [InlineData("NegativeSlope = 0.1, MaxValue = 2", 2, 0.1, 0)]
    [InlineData("Threshold = 0.4", double.PositiveInfinity, 0, 0.4)]
    [InlineData("Threshold = 0.4, MaxValue = 3", 3, 0, 0.4)]
    [InlineData("Threshold = 0.4, NegativeSlope = 0.1, MaxValue = 3", 3, 0.1, 0.4)]
    public void The_layer_ReLU_has_Keras_s_pieces(string arguments, double largest, double slope, double threshold) =>
        ShouldGive($"[ReLU({arguments})]", x => x >= largest ? largest : x > threshold ? x : slope * (x - threshold));

    [Fact]
    public void Rescaling_multiplies_and_adds() => ShouldGive("[Rescaling(0.5, Offset = -1)]", x => (0.5 * x) - 1);

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Softplus(double x) => Math.Log(1 + Math.Exp(x));

    private static double HardSigmoid(double x) => Math.Clamp((x / 6) + 0.5, 0, 1);

    private static void ShouldGive(string layer, Func<double, double> function)
    {
        using LoadedModel model = LoadedModel.Load($"[Model]\n[Input({Inputs.Length})]\n{layer}\npublic partial class Cnn;\n");
        using torch.Tensor output = model.Module.call(torch.tensor(Inputs, [1, Inputs.Length]));
        foreach (var (input, value) in Inputs.Zip(output.data<float>().ToArray()))
        {
            ((double)value).ShouldBe(function(input), 1e-5 * Math.Max(1, Math.Abs(function(input))), $"at {input}");
        }
    }
}
