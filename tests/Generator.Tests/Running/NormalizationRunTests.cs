using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>Normalizations and learned slopes work along the axes that Keras means, whatever the order of the tensor's axes.</summary>
[Collection(nameof(RunsModels))]
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
