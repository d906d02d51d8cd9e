using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>Every optimizer, loss and metric, run: the loss falls, the numbers are what they claim to be.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class TrainingRunTests
{
    private const int Count = 12;
    private const int Pixels = 64;

    public static TheoryData<string> Names => [.. TrainingModels.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_on_one_batch_bring_the_loss_down(string name)
    {
        torch.manual_seed(1);
        using LoadedModel model = LoadedModel.Load(TrainingModels.All[name]);
        using IModelTrainer trainer = model.Trainable.CreateTrainer(0.01);
        trainer.LearningRate.ShouldBe(0.01);
        Batch batch = MakeBatch(model);

        BatchResult first = trainer.Step(batch, TrainingStep.Whole);
        for (int i = 0; i < 20; i++)
        {
            trainer.Step(batch, TrainingStep.Whole);
        }

        BatchResult last = model.Trainable.Evaluate(batch);

        first.Count.ShouldBe(Count);
        double.IsFinite(first.Loss).ShouldBeTrue();
        last.Loss.ShouldBeLessThan(first.Loss);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_metrics_are_those_that_were_asked_for(string name)
    {
        using LoadedModel model = LoadedModel.Load(TrainingModels.All[name]);
        Metrics metrics = model.Trainable.Targets[0].Metrics;
        Batch batch = MakeBatch(model);

        BatchResult result = model.Trainable.Evaluate(batch);

        float[] outputs = new float[Count * model.Architecture.OutputShape[0]];
        model.Model.Predict(batch, [outputs]);
        Sum("accuracy").ShouldBe(metrics.HasFlag(Metrics.Accuracy) ? CorrectWithin(1) : null);
        Sum("top5_accuracy").ShouldBe(metrics.HasFlag(Metrics.Top5Accuracy) ? CorrectWithin(5) : null);
        (Sum("mean_absolute_error") > 0).ShouldBe(metrics.HasFlag(Metrics.MeanAbsoluteError));

        double? Sum(string measure)
        {
            var before = model.Trainable.Measures.TakeWhile(other => other.Name != measure).ToList();
            return before.Count == model.Trainable.Measures.Count ? null : result.Sums.Span[before.Sum(other => other.Sums)];
        }

        int CorrectWithin(int best) => Enumerable.Range(0, Count).Count(image => IsCorrect(batch, outputs, image, best, model.Model.Outputs[0].Kind == PredictionKind.BinaryLogits ? 0 : 0.5f));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_optimizers_state_survives_a_round_trip(string name)
    {
        using LoadedModel model = LoadedModel.Load(TrainingModels.All[name]);
        Batch batch = MakeBatch(model);
        using IModelTrainer trainer = model.Trainable.CreateTrainer(0.01);
        trainer.Step(batch, TrainingStep.Whole);
        using var state = new MemoryStream();
        trainer.SaveState(new BinaryWriter(state));
        IReadOnlyList<Weight> weights = model.Model.GetWeights();
        double expected = Continue(trainer);

        model.Model.SetWeights(weights);
        using IModelTrainer resumed = model.Trainable.CreateTrainer(0.01);
        state.Position = 0;
        resumed.LoadState(new BinaryReader(state));

        Continue(resumed).ShouldBe(expected, Math.Abs(expected) * 1e-5);

        double Continue(IModelTrainer with)
        {
            // Noise and augmentations are to draw the same both times.
            torch.manual_seed(11);
            with.Step(batch, TrainingStep.Whole);
            with.Step(batch, TrainingStep.Whole);
            return model.Trainable.Evaluate(batch).Loss;
        }
    }

    [Fact]
    public void A_loss_that_is_not_finite_leaves_the_weights_alone()
    {
        using LoadedModel model = LoadedModel.Load(TrainingModels.All["Adam"]);
        using IModelTrainer trainer = model.Trainable.CreateTrainer(0.01);
        Batch batch = MakeBatch(model);
        batch.Inputs[0].Span[3] = float.NaN;
        IReadOnlyList<Weight> before = model.Model.GetWeights();

        double.IsNaN(trainer.Step(batch, TrainingStep.Whole).Loss).ShouldBeTrue();

        foreach ((Weight expected, Weight actual) in before.Zip(model.Model.GetWeights()))
        {
            actual.Values.Cast<object>().ShouldBe(expected.Values.Cast<object>());
        }
    }

    [Fact]
    public void Probabilities_are_the_softmax_of_the_logits()
    {
        using LoadedModel model = LoadedModel.Load(TrainingModels.All["Adam"]);
        using torch.Tensor images = torch.randn(model.InputSizes(Count));

        using torch.Tensor expected = torch.nn.functional.softmax(model.Logits(images), 1L);
        using torch.Tensor actual = model.Module.call(images);

        actual.data<float>().ToArray().ShouldBe(expected.data<float>().ToArray(), 1e-6);
        model.Logits(images).data<float>().ToArray().Min().ShouldBeLessThan(0);
    }

    [Fact]
    public void The_settings_are_what_the_attribute_says()
    {
        using LoadedModel model = LoadedModel.Load(TrainingModels.All["Settings"]);
        using LoadedModel defaults = LoadedModel.Load(TrainingModels.All["Defaults"]);

        model.Trainable.Settings.ShouldBe(new TrainingSettings
        {
            Epochs = 5, BatchSize = 64, LearningRate = 0.02, ValidationSplit = 0.1, Shuffle = false, Seed = 7,
        });
        defaults.Trainable.Settings.ShouldBe(new TrainingSettings());
    }

    private static Batch MakeBatch(LoadedModel model)
    {
        Batch batch = MakeUnweightedBatch(model);
        if (model.Trainable.Settings.BalanceClasses)
        {
            batch.Targets[0].Weights = Fill(Count, static () => 1);
        }

        return batch;
    }

    private static Batch MakeUnweightedBatch(LoadedModel model)
    {
        var random = new Random(7);
        int outputs = model.Architecture.OutputShape[0];
        float[] pixels = Fill(Count * Pixels, () => random.NextSingle());
        LabelKind kind = model.Trainable.Targets[0].Target.Kind;
        if (kind == LabelKind.Number)
        {
            return Batch.Of(Count, pixels, Fill(Count * outputs, () => random.NextSingle()));
        }

        int classes = Math.Max(outputs, 2);
        long[] labels = [.. Enumerable.Range(0, Count).Select(_ => (long)random.Next(classes))];
        if (kind == LabelKind.ClassIndex)
        {
            return Batch.Of(Count, pixels, labels);
        }

        float[] targets = new float[Count * outputs];
        for (int i = 0; i < Count; i++)
        {
            targets[i * outputs + labels[i]] = 1;
        }

        return Batch.Of(Count, pixels, targets);
    }

    private static float[] Fill(int count, Func<float> next) => [.. Enumerable.Range(0, count).Select(_ => next())];

    private static bool IsCorrect(Batch batch, float[] outputs, int image, int best, float threshold)
    {
        int width = outputs.Length / Count;
        if (width == 1)
        {
            return outputs[image] > threshold == (batch.Targets[0].Labels.Span[image] == 1);
        }

        ReadOnlySpan<float> row = outputs.AsSpan(image * width, width);
        int right = batch.Targets[0].Labels.IsEmpty ? batch.Targets[0].Values.Span.Slice(image * width, width).IndexOf(1f) : (int)batch.Targets[0].Labels.Span[image];
        int better = 0;
        foreach (float value in row)
        {
            better += value > row[right] ? 1 : 0;
        }

        return better < best;
    }
}
