using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>Networks that are no chains compute what their declaration says.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class GraphRunTests
{
    [Fact]
    public void Two_inputs_go_through_the_same_weights()
    {
        using LoadedModel model = LoadedModel.Load(GraphModels.WithSeveral["GraphTwoInputs"]);
        var network = (torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>)model.Network;
        using torch.Tensor one = torch.randn([3, 1, 9, 9]);
        using torch.Tensor two = torch.randn([3, 1, 9, 9]);

        using torch.Tensor same = network.call(one, one);
        using torch.Tensor different = network.call(one, two);

        // The difference of equal codes is nothing, and the bias starts at nothing.
        same.data<float>().ToArray().ShouldAllBe(value => value == 0.5f);
        different.data<float>().ToArray().ShouldAllBe(value => value != 0.5f);
        network.named_parameters().Count(p => p.name.StartsWith("eye", StringComparison.Ordinal)).ShouldBe(2);
        model.Architecture.Layers.Single(layer => layer.Name == "eye").Connections.Count.ShouldBe(2);
    }

    [Fact]
    public void Two_outputs_come_as_a_tuple()
    {
        using LoadedModel model = LoadedModel.Load(GraphModels.WithSeveral["GraphTwoOutputs"]);
        var network = (torch.nn.Module<torch.Tensor, (torch.Tensor, torch.Tensor)>)model.Network;

        var (classes, value) = network.call(torch.randn([2, 1, 9, 9]));

        classes.shape.ShouldBe([2, 3]);
        classes.sum(1L).data<float>().ToArray().ShouldAllBe(sum => Math.Abs(sum - 1) < 1e-6);
        value.shape.ShouldBe([2, 1]);
    }

    /// <summary>The loss takes a last softmax over; whoever reads what comes into it still does, however it is disposed.</summary>
    [Theory]
    [InlineData("[Output(\"kind\", \"risk\")]", 3, 1)]
    [InlineData("[Output(\"kind\", \"risk\"), Output(\"scores\")]", 3, 1, 3)]
    [InlineData("[Output(\"scores\", \"kind\")]", 3, 3)]
    [InlineData("[Output(\"kind\", \"scores\")]", 3, 3)]
    public void Scores_that_go_elsewhere_too_outlive_the_softmax(string outputs, params int[] widths)
    {
        bool hasRisk = outputs.Contains("risk");
        bool hasScores = outputs.Contains("\"scores");
        using LoadedModel model = LoadedModel.Load($$"""
            [Model]
            [Input(5)]
            [Dense(3, Name = "scores")]
            [Softmax(Name = "kind")]
            {{(hasRisk ? "[Dense(1, From = \"scores\", Name = \"risk\")]" : "")}}
            {{outputs}}
            [Training<Rows>]
            public partial class Cnn;

            [InputData(5), TargetData("kind", Classes = 3){{(hasRisk ? ", TargetData(\"risk\", 1)" : "")}}{{(hasScores ? ", TargetData(\"scores\", 3)" : "")}}]
            internal sealed class Rows;
            """);
        var random = new Random(3);
        const int Count = 6;
        float[] Numbers(int width) => [.. Enumerable.Range(0, Count * width).Select(_ => random.NextSingle())];
        List<TargetColumn> targets = [TargetColumn.Of(DataTarget.ClassIndex("kind", 3), new int[] { 0, 1, 2, 0, 1, 2 })];
        if (hasRisk)
        {
            targets.Add(TargetColumn.Of(DataTarget.Numbers("risk", 1), Numbers(1)));
        }

        if (hasScores)
        {
            targets.Add(TargetColumn.Of(DataTarget.Numbers("scores", 3), Numbers(3)));
        }

        var data = new Dataset([InputColumn.Of(new DataInput("row", 5), Numbers(5))], targets);
        float[][] given = [.. widths.Select(width => new float[Count * width])];
        model.Model.Predict(new BatchBuffer(data, Count).Fill(0, Count), [.. given.Select(values => (Memory<float>)values)]);

        Evaluation.Evaluate(model.Trainable, data);
        TrainingLoop.Fit(model.Trainable, data, new TrainingOptions { Epochs = 2 });

        int kind = outputs.IndexOf("\"scores", StringComparison.Ordinal) is >= 0 and < 10 ? 1 : 0;
        given[kind].Chunk(3).ShouldAllBe(shares => Math.Abs(shares.Sum() - 1) < 1e-5);
    }

    [Fact]
    public void A_model_in_a_model_is_one_layer_with_weights_of_its_own()
    {
        using LoadedModel model = LoadedModel.Load(GraphModels.WithSeveral["GraphModelInModel"]);

        using torch.Tensor output = model.Module.call(torch.randn([2, 2, 12, 12]));

        output.shape.ShouldBe([2, 3]);
        LayerSummary eye = model.Architecture.Layers.Single(layer => layer.Name == "eye");
        (eye.ClassName, eye.Parameters, eye.NonTrainableParameters).ShouldBe(("Sequential", 92, 8));
        eye.Layers.Select(layer => layer.Name).ShouldBe(["conv2d", "batch_normalization", "global_average_pooling2d"]);
        model.Module.state_dict().Keys.ShouldContain("eye.conv2d.weight");
    }

    [Fact]
    public void A_shared_layer_is_the_same_function_wherever_it_is_used()
    {
        using LoadedModel model = LoadedModel.Load(GraphModels.WithOneInputAndOutput["GraphSharedLayer"]);
        using torch.Tensor input = torch.randn([2, 3, 8, 8]);

        using torch.Tensor output = model.Module.call(input);

        // conv(x) and conv(x) again.
        torch.Tensor weight = model.Module.state_dict()["again.weight"];
        torch.Tensor bias = model.Module.state_dict()["again.bias"];
        using torch.Tensor expected = torch.nn.functional.conv2d(input, weight, bias, padding: [1, 1]) * 2;
        Difference(output, expected).ShouldBeLessThan(1e-5f);
        model.Module.parameters().Count().ShouldBe(2);
    }

    [Fact]
    public void A_row_is_broadcast_over_a_map_as_Keras_does_it()
    {
        using LoadedModel model = LoadedModel.Load(GraphModels.WithOneInputAndOutput["GraphBroadcast"]);
        using torch.Tensor input = torch.randn([2, 3, 6, 7]);

        using torch.Tensor output = model.Module.call(input);

        torch.Tensor weight = model.Module.state_dict()["scale.weight"];
        using torch.Tensor scale = torch.sigmoid(input.mean([2, 3]).matmul(weight.transpose(0, 1)));
        using torch.Tensor scaled = input * scale.reshape(2, 3, 1, 1);
        using torch.Tensor expected = scaled + scaled.mean([2, 3], true);
        output.shape.ShouldBe(expected.shape);
        Difference(output, expected).ShouldBeLessThan(1e-5f);
    }

    [Fact]
    public void A_dot_sums_products_along_its_axes()
    {
        using LoadedModel model = LoadedModel.Load(GraphModels.WithOneInputAndOutput["GraphDot"]);
        using torch.Tensor input = torch.randn([2, 4, 5]);

        using torch.Tensor output = model.Module.call(input);

        // Written order: 5 × 4 for each example.
        using torch.Tensor rows = input.permute(0, 2, 1);
        torch.Tensor keys = Unit(rows.matmul(model.Module.state_dict()["keys.weight"].transpose(0, 1)));
        torch.Tensor queries = Unit(rows.matmul(model.Module.state_dict()["queries.weight"].transpose(0, 1)));
        using torch.Tensor scores = queries.matmul(keys.transpose(1, 2));
        using torch.Tensor expected = scores.transpose(1, 2).matmul(rows);
        Difference(output, expected.permute(0, 2, 1)).ShouldBeLessThan(1e-4f);
    }

    private static torch.Tensor Unit(torch.Tensor rows) => rows / rows.square().sum(2L, true).sqrt();

    private static float Difference(torch.Tensor one, torch.Tensor two) => (one - two).abs().max().item<float>();
}
