using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>Every optimizer, loss and metric, run: the loss falls, the numbers are what they claim to be.</summary>
[Collection(nameof(RunsModels))]
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
        Batch batch = MakeBatch(model, name);

        BatchResult first = trainer.Step(batch);
        for (int i = 0; i < 20; i++)
        {
            trainer.Step(batch);
        }

        BatchResult last = model.Trainable.Evaluate(batch);

        first.Count.ShouldBe(Count);
        double.IsFinite(first.Loss).ShouldBeTrue();
        last.Loss.ShouldBeLessThan(first.Loss);
        last.Correct.ShouldBeInRange(0, Count);
        last.CorrectTop5.ShouldBeInRange(0, Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_metrics_are_those_that_were_asked_for(string name)
    {
        using LoadedModel model = LoadedModel.Load(TrainingModels.All[name]);
        Metrics metrics = model.Trainable.Settings.Metrics;
        Batch batch = MakeBatch(model, name);

        BatchResult result = model.Trainable.Evaluate(batch);

        float[] outputs = new float[Count * model.Architecture.OutputShape[0]];
        model.Model.Predict(batch, outputs);
        result.Correct.ShouldBe(metrics.HasFlag(Metrics.Accuracy) ? CorrectWithin(1) : 0);
        result.CorrectTop5.ShouldBe(metrics.HasFlag(Metrics.Top5Accuracy) ? CorrectWithin(5) : 0);
        (result.AbsoluteError > 0).ShouldBe(metrics.HasFlag(Metrics.MeanAbsoluteError));

        int CorrectWithin(int best) => Enumerable.Range(0, Count).Count(image => IsCorrect(batch, outputs, image, best));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_optimizers_state_survives_a_round_trip(string name)
    {
        using LoadedModel model = LoadedModel.Load(TrainingModels.All[name]);
        Batch batch = MakeBatch(model, name);
        using IModelTrainer trainer = model.Trainable.CreateTrainer(0.01);
        trainer.Step(batch);
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
            with.Step(batch);
            with.Step(batch);
            return model.Trainable.Evaluate(batch).Loss;
        }
    }

    [Fact]
    public void A_loss_that_is_not_finite_leaves_the_weights_alone()
    {
        using LoadedModel model = LoadedModel.Load(TrainingModels.All["Adam"]);
        using IModelTrainer trainer = model.Trainable.CreateTrainer(0.01);
        Batch batch = MakeBatch(model, "Adam");
        batch.Images.Span[3] = float.NaN;
        IReadOnlyList<Weight> before = model.Model.GetWeights();

        double.IsNaN(trainer.Step(batch).Loss).ShouldBeTrue();

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

    private static Batch MakeBatch(LoadedModel model, string name)
    {
        var random = new Random(7);
        int outputs = model.Architecture.OutputShape[0];
        var batch = new Batch { Count = Count, Images = Fill(Count * Pixels, () => random.NextSingle()) };
        if (model.Trainable.Settings.Loss is Loss.MeanSquaredError or Loss.MeanAbsoluteError)
        {
            batch.Targets = Fill(Count * outputs, () => random.NextSingle());
            return batch;
        }

        int classes = Math.Max(outputs, 2);
        batch.Labels = Enumerable.Range(0, Count).Select(_ => (long)random.Next(classes)).ToArray();
        if (name.StartsWith("OneHot", StringComparison.Ordinal))
        {
            float[] targets = new float[Count * outputs];
            for (int i = 0; i < Count; i++)
            {
                targets[i * outputs + batch.Labels.Span[i]] = 1;
            }

            batch.Targets = targets;
            batch.Labels = default;
        }

        return batch;
    }

    private static float[] Fill(int count, Func<float> next) => [.. Enumerable.Range(0, count).Select(_ => next())];

    private static bool IsCorrect(Batch batch, float[] outputs, int image, int best)
    {
        int width = outputs.Length / Count;
        if (width == 1)
        {
            return outputs[image] > 0.5f == (batch.Labels.Span[image] == 1);
        }

        ReadOnlySpan<float> row = outputs.AsSpan(image * width, width);
        int right = batch.Labels.IsEmpty ? batch.Targets.Span.Slice(image * width, width).IndexOf(1f) : (int)batch.Labels.Span[image];
        int better = 0;
        foreach (float value in row)
        {
            better += value > row[right] ? 1 : 0;
        }

        return better < best;
    }
}
