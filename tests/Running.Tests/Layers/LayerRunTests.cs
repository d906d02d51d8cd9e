using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>What the summary says of a model is what the model does.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class LayerRunTests
{
    private const int Images = 2;

    public static TheoryData<string> Names => [.. LayerModels.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_gives_the_declared_shape(string name)
    {
        using LoadedModel model = LoadedModel.Load(LayerModels.All[name]);
        model.Module.eval();

        using torch.Tensor output = model.Module.call(torch.randn(model.InputSizes(Images)));

        output.shape.ShouldBe(model.TensorSizes(Images, model.Shape("OutputShape")));
        model.Architecture.OutputShape.ShouldBe(model.Shape("OutputShape"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_runs_in_training_too_and_gradients_reach_every_parameter(string name)
    {
        using LoadedModel model = LoadedModel.Load(LayerModels.All[name]);
        model.Module.train();

        using torch.Tensor output = model.Module.call(torch.randn(model.InputSizes(Images)));
        output.shape.ShouldBe(model.TensorSizes(Images, model.Architecture.OutputShape));
        if (model.Constant<long>("TrainableParameterCount") > 0)
        {
            output.sum().backward();
            model.Module.named_parameters().Where(p => p.parameter.requires_grad && p.parameter.grad is null).Select(p => p.name).ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void State_and_summary_count_the_same_weights(string name)
    {
        using LoadedModel model = LoadedModel.Load(LayerModels.All[name]);
        var parameters = model.Module.named_parameters().Where(p => p.parameter.requires_grad).ToDictionary(p => p.name, p => p.parameter.numel());
        var frozen = model.Module.named_parameters().Where(p => !p.parameter.requires_grad).ToDictionary(p => p.name, p => p.parameter.numel());
        var buffers = model.Module.named_buffers().Where(b => !IsCounter(b.name)).ToDictionary(b => b.name, b => b.buffer.numel());

        foreach (LayerSummary layer in model.Architecture.Layers)
        {
            CountOf(parameters, layer).ShouldBe(layer.TrainableParameters, layer.Name);
            // Keras does not have the scale or shift that a normalization leaves out; PyTorch keeps it, frozen.
            (CountOf(buffers, layer) + (layer.Trainable ? 0 : CountOf(frozen, layer))).ShouldBe(layer.NonTrainableParameters, layer.Name);
        }

        model.Constant<long>("ParameterCount").ShouldBe(model.Architecture.TotalParameters);
        model.Constant<long>("TrainableParameterCount").ShouldBe(model.Architecture.TrainableParameters);
        model.Constant<long>("NonTrainableParameterCount").ShouldBe(model.Architecture.NonTrainableParameters);
        model.Constant<long>("MultiplyAdds").ShouldBe(model.Architecture.MultiplyAdds);
        model.Constant<long>("ActivationBytes").ShouldBe(model.Architecture.ActivationBytes);
        model.Constant<string>("Summary").ShouldBe(model.Architecture.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Weights_survive_a_round_trip(string name)
    {
        using LoadedModel model = LoadedModel.Load(LayerModels.All[name]);
        using LoadedModel other = LoadedModel.Load(LayerModels.All[name]);
        IReadOnlyList<Weight> weights = model.Model.GetWeights();

        other.Model.SetWeights(weights);

        weights.Select(w => w.Name).ShouldBe(model.Module.state_dict().Keys);
        foreach ((Weight expected, Weight actual) in weights.Zip(other.Model.GetWeights()))
        {
            actual.Name.ShouldBe(expected.Name);
            actual.Shape.ShouldBe(expected.Shape);
            actual.Values.Cast<object>().ShouldBe(expected.Values.Cast<object>());
        }
    }

    // A layer of several modules names them after itself.
    private static long CountOf(Dictionary<string, long> weights, LayerSummary layer) => weights
        .Where(weight => new[] { "", "_depthwise", "_pointwise" }.Any(part => weight.Key.StartsWith($"{layer.Name}{part}.", StringComparison.Ordinal)))
        .Sum(weight => weight.Value);

    // PyTorch counts the batches; Keras does not.
    private static bool IsCounter(string key) => key.EndsWith(".num_batches_tracked", StringComparison.Ordinal);
}
