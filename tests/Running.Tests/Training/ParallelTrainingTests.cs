using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>Several trainings at once, with chance in their networks: each ends as it does alone, because its seed fixes it.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class ParallelTrainingTests
{
    private const int Trainings = 4;

    private const string Declaration = """
        [Model]
        [Input(6, 6, 1)]
        [GaussianNoise(0.1)]
        [Conv2D(4, 3)]
        [BatchNormalization]
        [Flatten]
        [Dropout(0.5)]
        [Dense(3, Activation = Activation.Softmax)]
        [Training<Pictures>(Optimizer = Optimizer.Adam, LearningRate = 0.01, BatchSize = 8, Epochs = 20)]
        public partial class Cnn;

        [ImageData(6, 6, 1, Classes = 3)]
        internal sealed class Pictures { }

        """;

    private static readonly ImageDataset s_data = Draw(40);

    [Fact]
    public void Trainings_at_once_end_with_the_weights_of_one_after_the_other()
    {
        LoadedModel[] alone = [.. Enumerable.Range(1, Trainings).Select(Make)];
        LoadedModel[] together = [.. Enumerable.Range(1, Trainings).Select(Make)];
        for (int i = 0; i < Trainings; i++)
        {
            Fit(alone[i], i);
        }

        AtOnce(i => Fit(together[i], i));

        for (int i = 0; i < Trainings; i++)
        {
            WeightsOf(together[i]).ShouldBe(WeightsOf(alone[i]));
        }

        Array.ForEach([.. alone, .. together], static model => model.Dispose());
    }

    /// <summary>Folds, each of which makes its network where it trains it.</summary>
    [Fact]
    public void Networks_that_are_made_beside_trainings_are_fixed_by_their_seeds_too()
    {
        float[][] alone = [.. Enumerable.Range(0, Trainings).Select(MakeAndFit)];
        var together = new float[Trainings][];

        AtOnce(i => together[i] = MakeAndFit(i));

        for (int i = 0; i < Trainings; i++)
        {
            together[i].ShouldBe(alone[i]);
        }
    }

    /// <summary>It seeds as a training does, and puts the state of chance back in the end.</summary>
    [Fact]
    public void What_finds_a_learning_rate_beside_a_training_disturbs_it_as_little_as_it_is_disturbed()
    {
        using LoadedModel alone = Make(1);
        using LoadedModel finder = Make(2);
        using LoadedModel together = Make(1);
        LearningRatePoint[] expected = [.. finder.Trainable.FindLearningRate(s_data, steps: 60).Points];
        Fit(alone, 1);

        LearningRatePoint[] points = [];
        AtOnce(i =>
        {
            if (i == 0)
            {
                Fit(together, 1);
            }
            else if (i == 1)
            {
                points = [.. finder.Trainable.FindLearningRate(s_data, steps: 60).Points];
            }
        });

        points.ShouldBe(expected);
        WeightsOf(together).ShouldBe(WeightsOf(alone));
    }

    private static float[] MakeAndFit(int i)
    {
        using LoadedModel model = Make(i);
        Fit(model, i);
        return WeightsOf(model);
    }

    private static LoadedModel Make(int seed)
    {
        using SharedRandom.Hold hold = SharedRandom.Enter();
        torch.manual_seed(seed);
        return LoadedModel.Load(Declaration);
    }

    private static void Fit(LoadedModel model, int seed) =>
        TrainingLoop.Fit(model.Trainable, s_data, new TrainingOptions { Seed = seed, Validation = s_data });

    private static void AtOnce(Action<int> action)
    {
        using var start = new Barrier(Trainings);
        Task.WaitAll([.. Enumerable.Range(0, Trainings).Select(i => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                action(i);
            },
            TaskCreationOptions.LongRunning))]);
    }

    private static float[] WeightsOf(LoadedModel model) =>
        [.. ((INetwork)model.Network).GetWeights().SelectMany(static weight => weight.Values.Cast<object>()).Select(static value => Convert.ToSingle(value))];

    private static ImageDataset Draw(int count)
    {
        var random = new Random(4);
        byte[] pixels = new byte[count * 36];
        random.NextBytes(pixels);
        return ImageDataset.FromLabels(6, 6, 1, 3, pixels, Enumerable.Range(0, count).Select(static image => image % 3).ToArray());
    }
}
