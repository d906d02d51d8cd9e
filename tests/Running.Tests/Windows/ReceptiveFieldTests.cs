using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>The receptive field of the summary is what a value really depends on.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class ReceptiveFieldTests
{
    [Theory]
    [InlineData("[Conv1D(1, 3)]\n[Conv1D(1, 3)]")]
    [InlineData("[Conv1D(1, 3, Strides = 2)]\n[Conv1D(1, 3, Dilation = 2)]")]
    [InlineData("[Conv1D(1, 4, Padding = Pad.Causal)]\n[MaxPooling1D(2)]\n[Conv1D(1, 3, Padding = Pad.Causal)]")]
    [InlineData("[AveragePooling1D(2)]\n[UpSampling1D(2)]\n[Conv1D(1, 3)]")]
    [InlineData("[UpSampling1D(3)]\n[Conv1D(1, 3)]")]
    [InlineData("[UpSampling1D(3)]\n[Conv1D(1, 8)]\n[Conv1D(1, 3)]")]
    [InlineData("[AveragePooling1D(3)]\n[Conv1DTranspose(1, 3, Strides = 3)]")]
    [InlineData("[Conv1DTranspose(1, 3, Strides = 2, Padding = Pad.Same)]")]
    [InlineData("[AveragePooling1D(4)]\n[Conv1DTranspose(1, 5, Strides = 2)]\n[Conv1D(1, 3)]")]
    [InlineData("[ZeroPadding1D(3)]\n[SeparableConv1D(1, 5)]\n[Cropping1D(2)]\n[DepthwiseConv1D(3)]")]
    public void The_last_layer_depends_on_so_many_steps(string layers)
    {
        using LoadedModel model = LoadedModel.Load($"[Model]\n[Input(60, 1)]\n{layers}\ninternal partial class Cnn;");
        using torch.Tensor steps = torch.arange(0, 60).to(torch.ScalarType.Float32).reshape(1, 1, 60).requires_grad_();
        foreach (var parameter in model.Module.parameters())
        {
            torch.nn.init.constant_(parameter, 0.5);
        }

        // What the largest maximum hides may be less than what it looks at, so every value is asked.
        int widest = 0;
        using torch.Tensor output = model.Module.call(steps);
        for (int i = 0; i < output.shape[2]; i++)
        {
            output[0, 0, i].backward(retain_graph: true);
            float[] gradient = steps.grad!.data<float>().ToArray();
            steps.grad.zero_();
            if (Array.Exists(gradient, value => value != 0))
            {
                widest = Math.Max(widest, Array.FindLastIndex(gradient, value => value != 0) - Array.FindIndex(gradient, value => value != 0) + 1);
            }
        }

        // A maximum passes the gradient to one step of its pool.
        int hidden = layers.Contains("MaxPooling") ? 1 : 0;
        model.Architecture.Layers[^1].ReceptiveField.ShouldBe(widest + hidden, layers);
    }
}
