namespace CnnGen.Tests;

public sealed class InferenceTests
{
    [Fact]
    public void An_image_is_told_from_others()
    {
        SoftmaxRegression model = Trained();
        ImageDataset data = Data.Quarters(9, seed: 3);

        IReadOnlyList<Prediction> predictions = Inference.Predict(model, data, 4);

        predictions.Select(prediction => prediction.Label).ShouldBe(data.Labels);
        Prediction one = Inference.Predict(model, data.Images[4]);
        one.Label.ShouldBe(predictions[4].Label);
        one.Probabilities.ShouldBe(predictions[4].Probabilities);
        one.Probability.ShouldBe(one.Probabilities.Max());
        one.Probabilities.Sum().ShouldBe(1f, 1e-5f);
    }

    [Fact]
    public void One_sigmoid_unit_gives_two_classes()
    {
        Predict(PredictionKind.Probabilities, 0.2f).ShouldBe(0, 0.8f, [0.8f, 0.2f]);
        Predict(PredictionKind.Probabilities, 0.7f).ShouldBe(1, 0.7f, [1 - 0.7f, 0.7f]);
        Predict(PredictionKind.Probabilities, 0.7f).Values.ShouldBe([0.7f]);
    }

    [Fact]
    public void Scores_become_probabilities()
    {
        Prediction prediction = Predict(PredictionKind.Logits, 1, 3, 2);

        float sum = MathF.Exp(1) + MathF.Exp(2) + MathF.Exp(3);
        prediction.Label.ShouldBe(1);
        prediction.Probabilities.ShouldBe([MathF.Exp(1) / sum, MathF.Exp(3) / sum, MathF.Exp(2) / sum], 1e-6);
        prediction.Values.ShouldBe([1, 3, 2]);
        Predict(PredictionKind.Logits, 1000, -1000).ShouldBe(0, 1, [1, 0]);
    }

    [Fact]
    public void Scores_of_a_sigmoid_become_probabilities_each_on_its_own()
    {
        Predict(PredictionKind.BinaryLogits, 0, 2).Probabilities.ShouldBe([0.5f, 0.880797f], 1e-6);
        Predict(PredictionKind.BinaryLogits, -200).ShouldBe(0, 1, [1, 0]);
        Predict(PredictionKind.BinaryLogits, 200).ShouldBe(1, 1, [0, 1]);
    }

    [Fact]
    public void Numbers_are_not_passed_off_as_probabilities() =>
        Should.Throw<ArgumentException>(() => new Prediction([2.48f], PredictionKind.Numbers));

    [Fact]
    public void A_prediction_prints_what_it_says()
    {
        Predict(PredictionKind.Probabilities, 0.25f, 0.75f).ToString().ShouldBe("1 (75.00 %)");
    }

    [Fact]
    public void Without_images_there_are_no_predictions() => Inference.Predict(Trained(), Data.Quarters(0)).ShouldBeEmpty();

    [Fact]
    public void An_image_of_another_size_is_refused()
    {
        Should.Throw<CnnGenException>(() => Inference.Predict(Trained(), new Image(5, 4, 1, new byte[20]))).Message
            .ShouldBe("softmax_regression takes images of 4×4×1 (height×width×channels), not of 5×4×1.");
        Should.Throw<ArgumentException>(() => Inference.Predict(Trained(), default(Image)));
    }

    [Fact]
    public void A_confusion_matrix_counts_what_is_taken_for_what()
    {
        ConfusionMatrix matrix = Evaluation.Confusion(new Fixed([0.1f, 0.7f, 0.2f], PredictionKind.Probabilities), Data.Numbered(3));

        (matrix[0, 1], matrix[1, 1], matrix[2, 1], matrix[1, 0]).ShouldBe((1, 1, 1, 0));
        matrix.Recall(1).ShouldBe(1);
        matrix.Recall(0).ShouldBe(0);
        matrix.Precision(1).ShouldBe(1.0 / 3);
        matrix.Precision(0).ShouldBe(double.NaN);
    }

    private static Prediction Predict(PredictionKind kind, params float[] output) =>
        Inference.Predict(new Fixed(output, kind), Data.Numbered(2).Images[0]);

    private static SoftmaxRegression Trained()
    {
        var model = new SoftmaxRegression();
        TrainingLoop.Fit(model, Data.Quarters(90), new TrainingOptions { Epochs = 10 });
        return model;
    }

    /// <summary>Says the same of every image.</summary>
    private sealed class Fixed(float[] output, PredictionKind kind) : ICnnModel<Prediction>
    {
        public IReadOnlyList<DataInput> Inputs { get; } = [new DataInput("image", 1, 1, 1)];

        public IReadOnlyList<NetworkOutput> Outputs { get; } = [new NetworkOutput("dense", kind, output.Length)];

        public Prediction Read(OutputValues values) => values.Class(0);

        public ModelSummary Architecture { get; } = new("fixed", [new LayerSummary("dense", "Dense", [output.Length], 0, 0, 0, 0, 1, [])]);

        public void Predict(Batch batch, IReadOnlyList<Memory<float>> outputs)
        {
            for (int i = 0; i < batch.Count; i++)
            {
                output.CopyTo(outputs[0][(i * output.Length)..]);
            }
        }

        public IReadOnlyList<Weight> GetWeights() => [];

        public void SetWeights(IReadOnlyList<Weight> weights)
        {
        }

        public void Dispose()
        {
        }
    }
}

internal static class PredictionAssertions
{
    public static void ShouldBe(this Prediction prediction, int label, float probability, float[] probabilities)
    {
        prediction.Label.ShouldBe(label);
        prediction.Probability.ShouldBe(probability);
        prediction.Probabilities.ShouldBe(probabilities);
    }
}
