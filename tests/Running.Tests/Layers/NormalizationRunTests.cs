using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>Normalizations and learned slopes work along the axes that Keras means, whatever the order of the tensor's axes.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class NormalizationRunTests
{
    [Theory]
    [InlineData("[LayerNormalization]", new long[] { 1 })]
    [InlineData("[LayerNormalization(1)]", new long[] { 2 })]
    [InlineData("[LayerNormalization(2, 3)]", new long[] { 1, 3 })]
    [InlineData("[LayerNormalization(-1, -2, -3)]", new long[] { 1, 2, 3 })]
    [InlineData("[GroupNormalization(-1)]", new long[] { 2, 3 })]
    [InlineData("[GroupNormalization(1)]", new long[] { 1, 2, 3 })]
    [InlineData("[GroupNormalization(5, Axis = 1)]", new long[] { 1, 3 })]
    [InlineData("[BatchNormalization]", new long[] { 0, 2, 3 })]
    [InlineData("[BatchNormalization(Axis = 1)]", new long[] { 0, 1, 3 })]
    [InlineData("[BatchNormalization(Axis = 2)]", new long[] { 0, 1, 2 })]
    public void The_values_along_the_axes_get_mean_zero_and_variance_one(string layer, long[] tensorAxes) =>
        ShouldNormalize(Model("5, 6, 4", layer), tensorAxes);

    [Theory]
    [InlineData("[LayerNormalization]", new long[] { 3 })]
    [InlineData("[LayerNormalization(1)]", new long[] { 1 })]
    [InlineData("[GroupNormalization(-1)]", new long[] { 2, 3 })]
    [InlineData("[BatchNormalization]", new long[] { 0, 2, 3 })]
    [InlineData("[BatchNormalization(Axis = -1)]", new long[] { 0, 1, 2 })]
    public void With_the_channels_first_the_axes_are_those_that_are_written(string layer, long[] tensorAxes) =>
        ShouldNormalize(Model("4, 5, 6, Format = DataFormat.ChannelsFirst", layer), tensorAxes);

    [Theory]
    [InlineData("[UnitNormalization]", new long[] { 1 })]
    [InlineData("[UnitNormalization(1, 2)]", new long[] { 2, 3 })]
    public void The_values_along_the_axes_get_length_one_and_zeros_stay(string layer, long[] tensorAxes)
    {
        using LoadedModel model = LoadedModel.Load(Model("5, 6, 4", layer));
        using torch.Tensor images = torch.cat([torch.randn([2, 4, 5, 6]), torch.zeros([1, 4, 5, 6])]);

        using torch.Tensor output = model.Module.call(images);

        using torch.Tensor lengths = output.square().sum(tensorAxes).sqrt();
        ShouldBeClose(lengths.narrow(0, 0, 2), torch.ones_like(lengths.narrow(0, 0, 2)));
        ShouldBeClose(output.narrow(0, 2, 1), images.narrow(0, 2, 1));
    }

    [Theory]
    [InlineData("[Normalization]", new long[] { 4 })]
    [InlineData("[Normalization(1)]", new long[] { 5 })]
    [InlineData("[Normalization(-1, 1)]", new long[] { 5, 4 })]
    [InlineData("[Normalization(-1, 1, Invert = true)]", new long[] { 5, 4 })]
    public void A_normalization_is_nothing_until_its_weights_are_those_of_the_data(string layer, long[] sizes)
    {
        using LoadedModel model = LoadedModel.Load(Model("5, 6, 4", layer));
        using torch.Tensor images = torch.randn([2, 4, 5, 6]);
        using torch.Tensor mean = torch.randn(sizes);
        using torch.Tensor variance = torch.rand(sizes);

        ShouldBeClose(model.Module.call(images), images);
        model.Model.SetWeights(
        [
            new Weight("normalization.mean", sizes, mean.data<float>().ToArray()),
            new Weight("normalization.variance", sizes, variance.data<float>().ToArray()),
            new Weight("normalization.count", [], new[] { 60L }),
        ]);

        // Places of the written axes 1 and 3, of the tensor's axes 2 and 1.
        torch.Tensor Placed(torch.Tensor numbers) => sizes switch
        {
            [4] => numbers.reshape(1, 4, 1, 1),
            [5] => numbers.reshape(1, 1, 5, 1),
            _ => numbers.transpose(0, 1).reshape(1, 4, 5, 1),
        };
        ShouldBeClose(model.Module.call(images), layer.Contains("Invert")
            ? (images * Placed(variance).sqrt()) + Placed(mean)
            : (images - Placed(mean)) / Placed(variance).sqrt());
        model.Model.GetWeights().Select(weight => weight.Name).ShouldBe(["normalization.mean", "normalization.variance", "normalization.count"]);
    }

    [Fact]
    public void A_normalization_by_given_numbers_has_no_weights()
    {
        using LoadedModel model = LoadedModel.Load(Model("5, 6, 4", """
            [Normalization(Mean = new[] { 0.5 }, Variance = new[] { 0.25 })]
            [Normalization(Mean = new[] { 0.1, 0.2, 0.3, 0.4 }, Variance = new[] { 1, 0.25, 0, 4 })]
            """));
        using torch.Tensor images = torch.randn([2, 4, 5, 6]);

        using torch.Tensor mean = torch.tensor(new[] { 0.1f, 0.2f, 0.3f, 0.4f }, [1, 4, 1, 1]);
        using torch.Tensor deviation = torch.tensor(new[] { 1, 0.5f, 1e-7f, 2 }, [1, 4, 1, 1]);
        using torch.Tensor expected = (((images - 0.5) / 0.5) - mean) / deviation;
        ((model.Module.call(images) - expected) * deviation).abs().max().ToDouble().ShouldBeLessThan(1e-5);
        model.Model.GetWeights().ShouldBeEmpty();
    }

    [Fact]
    public void Neighbouring_channels_damp_each_other()
    {
        using LoadedModel model = LoadedModel.Load(Model("5, 6, 4", "[LocalResponseNormalization(4, Alpha = 2, Beta = 0.6, K = 1.5)]"));
        using torch.Tensor images = torch.randn([2, 4, 5, 6]);
        using torch.Tensor output = model.Module.call(images);

        // PyTorch's: of an even number of channels one more stands before.
        for (int channel = 0; channel < 4; channel++)
        {
            int first = Math.Max(0, channel - 2);
            using torch.Tensor squares = images.narrow(1, first, Math.Min(4, channel + 2) - first).square().sum([1L], true) * (2 / 4.0);
            ShouldBeClose(output.narrow(1, channel, 1), images.narrow(1, channel, 1) / (squares + 1.5).pow(0.6));
        }
    }

    [Fact]
    public void A_layer_s_scale_is_learned_for_each_channel()
    {
        using LoadedModel model = LoadedModel.Load(Model("5, 6, 4", "[LayerScale(0.5)]"));
        using torch.Tensor images = torch.randn([2, 4, 5, 6]);

        ShouldBeClose(model.Module.call(images), images * 0.5);
        model.Model.SetWeights([new Weight("layer_scale.gamma", [4], new float[] { 1, 2, 3, 4 })]);
        ShouldBeClose(model.Module.call(images), images * torch.tensor(new float[] { 1, 2, 3, 4 }, [1, 4, 1, 1]));
        model.Module.parameters().Single().requires_grad.ShouldBeTrue();
    }

    [Fact]
    public void Groups_of_a_vector_are_normalized_each_for_itself()
    {
        using LoadedModel model = LoadedModel.Load(Model("6", "[GroupNormalization(2)]"));
        using torch.Tensor vectors = torch.randn([5, 6]);
        using torch.Tensor output = model.Module.call(vectors);

        using torch.Tensor groups = vectors.reshape(5, 2, 3);
        using torch.Tensor centred = groups - groups.mean([2L], true);
        ShouldBeClose(output, (centred / (centred.square().mean([2L], true) + 1e-3).sqrt()).reshape(5, 6));
    }

    [Fact]
    public void A_frozen_batch_normalization_works_with_its_averages_in_training_too()
    {
        using LoadedModel model = LoadedModel.Load(Model("5, 6, 4", "[BatchNormalization(Trainable = false)]"));
        using torch.Tensor images = torch.randn([3, 4, 5, 6]) * 2 + 1;
        model.Module.train();

        using torch.Tensor trained = model.Module.call(images);

        // Averages 0 and 1 from the start.
        ShouldBeClose(trained, images / Math.Sqrt(1 + 1e-3));
        model.Module.state_dict()["batch_normalization.running_mean"].data<float>().ToArray().ShouldAllBe(mean => mean == 0);
        model.Module.parameters().ShouldAllBe(parameter => !parameter.requires_grad);
    }

    /// <summary>Keras: transfer learning keeps the averages of a frozen network, whose dropout still drops.</summary>
    [Theory]
    [InlineData("[Use<Backbone>(Trainable = false)]")]
    [InlineData("[Use<Wrapped>(Trainable = false)]")]
    [InlineData("[Use<Tower>(Trainable = false)]")]
    public void A_frozen_network_or_block_keeps_its_averages_in_training(string use)
    {
        using LoadedModel model = LoadedModel.Load($$"""
            [Model]
            [Input(5, 6, 4)]
            {{use}}
            [BatchNormalization(Name = "own")]
            public partial class Cnn;

            [Model]
            [Input(5, 6, 4)]
            [BatchNormalization]
            [Dropout(0.5)]
            public partial class Backbone;

            [Model]
            [Input(5, 6, 4)]
            [Use<Backbone>]
            public partial class Wrapped;

            [Block]
            [Conv2D(4, 1)]
            [Use<Backbone>]
            [BatchNormalization]
            internal sealed class Tower;
            """);
        using torch.Tensor images = torch.randn([3, 4, 5, 6]) * 2 + 1;
        var frozen = model.Module.state_dict().Where(entry => !entry.Key.StartsWith("own", StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone());

        // As it is made, and after the modes were changed.
        using torch.Tensor first = model.Module.call(images);
        model.Module.eval();
        model.Module.train();
        using torch.Tensor second = model.Module.call(images);

        frozen.Count.ShouldBeGreaterThan(4);
        foreach (var (name, before) in frozen)
        {
            ShouldBeClose(model.Module.state_dict()[name].to(torch.float32), before.to(torch.float32));
        }

        (model.Module.state_dict()["own.running_mean"].abs().max().ToDouble() > 0).ShouldBeTrue();
        (first - second).abs().max().ToDouble().ShouldBeGreaterThan(1e-3);
        model.Module.parameters().Count(parameter => parameter.requires_grad).ShouldBe(2);
        model.Constant<long>("TrainableParameterCount").ShouldBe(8);
    }

    [Theory]
    [InlineData("[PReLU]", new long[] { 4, 5, 6 })]
    [InlineData("[PReLU(SharedAxes = new[] { 1, 2 })]", new long[] { 4, 1, 1 })]
    [InlineData("[PReLU(SharedAxes = new[] { 2, -1 })]", new long[] { 1, 5, 1 })]
    [InlineData("[PReLU(SharedAxes = new[] { 2 })]", new long[] { 4, 5, 1 })]
    [InlineData("[PReLU(SharedAxes = new[] { 1 })]", new long[] { 4, 1, 6 })]
    [InlineData("[PReLU(SharedAxes = new[] { 1, 2, 3 })]", new long[] { 1, 1, 1 })]
    public void A_slope_serves_all_places_along_the_shared_axes(string layer, long[] slopes)
    {
        using LoadedModel model = LoadedModel.Load(Model("5, 6, 4", layer));
        torch.Tensor weight = model.Module.parameters().Single();
        weight.data<float>().ToArray().ShouldAllBe(slope => slope == 0);
        using torch.Tensor values = torch.rand(slopes);
        using (torch.no_grad())
        {
            weight.copy_(values.flatten());
        }

        using torch.Tensor images = torch.randn([3, 4, 5, 6]);
        using torch.Tensor output = model.Module.call(images);

        ShouldBeClose(output, torch.where(images > 0, images, images * values));
    }

    [Fact]
    public void A_softmax_along_another_axis_is_not_taken_for_class_probabilities()
    {
        using LoadedModel model = LoadedModel.Load(Model("5, 6, 4", "[Softmax(Axis = 1)]"));
        using torch.Tensor images = torch.randn([3, 4, 5, 6]);

        using torch.Tensor shares = model.Module.call(images);

        ShouldBeClose(shares.sum(2L), torch.ones([3, 4, 6]));
        ShouldBeClose(model.Logits(images), shares);
    }

    [Theory]
    [InlineData("[Softmax]")]
    [InlineData("[Softmax(Axis = 3)]")]
    public void A_final_softmax_along_the_last_axis_is_left_to_the_loss(string layer)
    {
        using LoadedModel model = LoadedModel.Load(Model("5, 6, 4", layer));
        using torch.Tensor images = torch.randn([3, 4, 5, 6]);

        ShouldBeClose(model.Logits(images), images);
        ShouldBeClose(model.Module.call(images).sum(1L), torch.ones([3, 5, 6]));
    }

    private static string Model(string input, string layers) => $"[Model]\n[Input({input})]\n{layers}\npublic partial class Cnn;\n";

    private static void ShouldNormalize(string declaration, long[] axes)
    {
        using LoadedModel model = LoadedModel.Load(declaration);
        model.Module.train();
        using torch.Tensor images = torch.randn([3, 4, 5, 6]) * 2 + 1;
        using torch.Tensor output = model.Module.call(images);

        using torch.Tensor centred = images - images.mean(axes, true);
        ShouldBeClose(output, centred / (centred.square().mean(axes, true) + 1e-3).sqrt());
    }

    private static void ShouldBeClose(torch.Tensor actual, torch.Tensor expected) =>
        (actual - expected).abs().max().ToDouble().ShouldBeLessThan(1e-4);
}
