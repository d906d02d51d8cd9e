using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>A prediction says what the numbers are that the network gives: probabilities, scores, or neither.</summary>
[Collection(nameof(RunsModels)), Seeded]
public class PredictionRunTests
{
    private static readonly Image s_image = new(8, 8, 1, Enumerable.Range(0, 64).Select(i => (byte)(4 * i)).ToArray());

    [Theory]
    [InlineData("Softmax", PredictionKind.Probabilities, "[Dense(4, Activation = Activation.Softmax)]", "", "Classes = 4")]
    [InlineData("Softmax layer", PredictionKind.Probabilities, "[Dense(4)] [Softmax]", "", "Classes = 4")]
    [InlineData("Softmax that is read twice", PredictionKind.Probabilities, "[Dense(4, Activation = Activation.Softmax)]", "[Dense(2, Name = \"unread\")] [Output(\"dense\")]", "")]
    [InlineData("Softmax without training", PredictionKind.Probabilities, "[Dense(4, Activation = Activation.Softmax)]", "", "")]
    [InlineData("One-hot with squares", PredictionKind.Probabilities, "[Dense(4, Activation = Activation.Softmax)]", "", "Classes = 4, Labels = LabelKind.OneHot", "Loss = Loss.MeanSquaredError")]
    [InlineData("Sigmoid", PredictionKind.Probabilities, "[Dense(1, Activation = Activation.Sigmoid)]", "", "Classes = 2")]
    [InlineData("Sigmoids", PredictionKind.Probabilities, "[Dense(4, Activation = Activation.Sigmoid)]", "", "Classes = 4, Labels = LabelKind.OneHot")]
    [InlineData("Scores", PredictionKind.Logits, "[Dense(4)]", "", "Classes = 4")]
    [InlineData("Scores that are not negative", PredictionKind.Logits, "[Dense(4, Activation = Activation.ReLU)]", "", "Classes = 4")]
    [InlineData("One score", PredictionKind.BinaryLogits, "[Dense(1)]", "", "Classes = 2")]
    [InlineData("Regression", PredictionKind.Numbers, "[Dense(3)]", "", "Classes = 3, Labels = LabelKind.Number")]
    [InlineData("Regression between 0 and 1", PredictionKind.Numbers, "[Dense(1, Activation = Activation.Sigmoid)]", "", "Classes = 1, Labels = LabelKind.Number")]
    [InlineData("No activation, no training", PredictionKind.Numbers, "[Dense(4)]", "", "")]
    [InlineData("One class", PredictionKind.Numbers, "[Dense(1, Activation = Activation.Softmax)]", "", "")]
    [InlineData("Nothing", PredictionKind.Numbers, "", "", "")]
    public void A_network_says_what_it_gives(string name, PredictionKind kind, string last, string below, string data, string training = "")
    {
        torch.manual_seed(2);
        using LoadedModel model = LoadedModel.Load(Declaration(last + below, data, training));

        model.Model.Outputs[0].Kind.ShouldBe(kind, name);
        Type type = model.Type.GetMethod("Predict", [typeof(Image)])!.ReturnType;
        type.ShouldBe(kind != PredictionKind.Numbers ? typeof(Prediction) : Output(model).Length == 1 ? typeof(float) : typeof(float[]));
        switch (model.Model)
        {
            case ICnnModel<Prediction> classifier:
                Prediction prediction = Inference.Predict(classifier, s_image);
                prediction.Values.ShouldBe(Output(model), 1e-6);
                prediction.Probabilities.ShouldAllBe(probability => probability >= 0 && probability <= 1);
                prediction.Probability.ShouldBe(prediction.Probabilities.Max());
                break;
            case ICnnModel<float[]> numbers:
                Inference.Predict(numbers, s_image).ShouldBe(Output(model), 1e-6);
                break;
            default:
                Inference.Predict((ICnnModel<float>)model.Model, s_image).ShouldBe(Output(model)[0], 1e-6f);
                break;
        }
    }

    /// <summary>The accuracy that training reports is that of the labels that predictions give.</summary>
    [Theory]
    [InlineData("[Dense(4)]", "Classes = 4")]
    [InlineData("[Dense(4, Activation = Activation.Softmax)]", "Classes = 4")]
    [InlineData("[Dense(1)]", "Classes = 2")]
    [InlineData("[Dense(1, Activation = Activation.Sigmoid)]", "Classes = 2")]
    [InlineData("[Use<Head>]", "Classes = 4")]
    public void Labels_are_what_accuracy_counts(string last, string data)
    {
        torch.manual_seed(3);
        using LoadedModel model = LoadedModel.Load(Declaration(last, data, ""));
        var random = new Random(6);
        byte[] pixels = new byte[50 * 64];
        random.NextBytes(pixels);
        int classes = last.Contains("(1") ? 2 : 4;
        int[] labels = [.. Enumerable.Range(0, 50).Select(_ => random.Next(classes))];
        ImageDataset images = ImageDataset.FromLabels(8, 8, 1, classes, pixels, labels);

        int right = Inference.Predict((ICnnModel<Prediction>)model.Model, images).Zip(labels).Count(pair => pair.First.Label == pair.Second);

        Evaluation.Evaluate(model.Trainable, images).Accuracy.ShouldBe(right / 50.0);
    }

    [Fact]
    public void The_softmax_of_a_model_within_a_model_is_folded_into_the_loss()
    {
        torch.manual_seed(4);
        using LoadedModel model = LoadedModel.Load(Declaration("[Use<Head>]", "Classes = 4", ""));
        using torch.Tensor input = torch.rand(3, 1, 8, 8);

        using torch.Tensor logits = model.Logits(input);
        using torch.Tensor output = model.Module.call(input);

        logits.min().ToSingle().ShouldBeLessThan(0);
        using torch.Tensor expected = torch.nn.functional.softmax(logits, 1L);
        output.data<float>().ToArray().ShouldBe(expected.data<float>().ToArray(), 1e-6);
        model.Model.Outputs[0].Kind.ShouldBe(PredictionKind.Probabilities);
    }

    private static string Declaration(string layers, string data, string training) => $$"""
        [Model]
        [Input(8, 8, 1)]
        [Flatten]
        {{layers}}
        {{(data.Length == 0 ? "" : $"[Training<Pictures>{(training.Length == 0 ? "" : $"({training})")}]")}}
        public partial class Cnn;

        [Model, Input(64), Dense(4, Activation = Activation.Softmax)]
        public partial class Head;

        {{(data.Length == 0 ? "" : $"[ImageData(8, 8, 1, {data})]")}}
        internal sealed class Pictures { }

        """;

    private static float[] Output(LoadedModel model)
    {
        using torch.Tensor input = torch.tensor([.. Enumerable.Range(0, 64).Select(i => 4 * i / 255f)]).reshape(1, 1, 8, 8);
        using torch.Tensor output = model.Module.call(input);
        return output.data<float>().ToArray();
    }
}
