using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>
/// Prediction, evaluation and training each in the mode that it needs, and none that the caller sees: on one thread, where an
/// exception comes in between, and on eight.
/// </summary>
[Collection(nameof(RunsModels)), Seeded]
public class ModeRunTests
{
    private const int Threads = 8;

    private const string Declaration = """
        [Model]
        [Input(6, 6, 1)]
        [Conv2D(4, 3)]
        [BatchNormalization]
        [GaussianNoise(0.1)]
        [Flatten]
        [Dropout(0.5)]
        [Dense(3, Activation = Activation.Softmax)]
        [Training<Pictures>(Optimizer = Optimizer.Adam, LearningRate = 0.01, BatchSize = 8, Epochs = 2, Seed = 3)]
        public partial class Cnn;

        [ImageData(6, 6, 1, Classes = 3)]
        internal sealed class Pictures { }

        """;

    private static readonly ImageDataset s_data = Draw(40);

    /// <summary>The network's own mode, and that of its normalization, set by hand.</summary>
    public static TheoryData<bool, bool> Modes => new() { { true, true }, { true, false }, { false, false }, { false, true } };

    [Theory]
    [MemberData(nameof(Modes))]
    public void Every_module_gets_its_mode_back(bool network, bool normalization)
    {
        using LoadedModel model = Load(network, normalization);
        bool[] before = ModesOf(model);

        Inference.Predict((ICnnModel<Prediction>)model.Model, s_data);
        ModesOf(model).ShouldBe(before);
        Evaluation.Evaluate(model.Trainable, s_data);
        ModesOf(model).ShouldBe(before);
        TrainingLoop.Fit(model.Trainable, s_data, new TrainingOptions { Validation = s_data });
        ModesOf(model).ShouldBe(before);
        WeightsOf(model);
        ModesOf(model).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Every_module_gets_its_mode_back_after_an_exception(bool network, bool normalization)
    {
        using LoadedModel model = Load(network, normalization);
        bool[] before = ModesOf(model);
        var tooFew = Batch.Of(2, new float[36], new long[2]);
        using IModelTrainer trainer = model.Trainable.CreateTrainer(0.01);

        Should.Throw<Exception>(() => model.Model.Predict(tooFew, [new float[6]]));
        Should.Throw<Exception>(() => model.Trainable.Evaluate(tooFew));
        Should.Throw<Exception>(() => trainer.Step(tooFew, TrainingStep.Whole));

        ModesOf(model).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Prediction_is_in_inference_mode_whatever_the_mode_was(bool network, bool normalization)
    {
        using LoadedModel model = Load(network, normalization);

        float[] first = Predict(model, 0);

        Predict(model, 0).ShouldBe(first);
        model.Network.eval();
        Predict(model, 0).ShouldBe(first);
    }

    [Fact]
    public void A_loop_of_ones_own_goes_on_as_if_nobody_had_predicted() =>
        TrainByHand(predicts: true).ShouldBe(TrainByHand(predicts: false));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Training_is_in_training_mode_whatever_the_mode_was(bool network)
    {
        using LoadedModel model = Load(network, network);
        float[] means = Means(model);

        TrainingLoop.Fit(model.Trainable, s_data);

        Means(model).ShouldNotBe(means);
    }

    [Fact]
    public void Training_leaves_a_layer_alone_that_was_set_to_eval_by_hand()
    {
        using LoadedModel model = Load(network: true, normalization: false);
        float[] means = Means(model);

        TrainingLoop.Fit(model.Trainable, s_data);

        Means(model).ShouldBe(means);
    }

    [Fact]
    public void Eight_threads_predict_the_same_bits()
    {
        using LoadedModel model = Load(network: true, normalization: true);
        TrainingLoop.Fit(model.Trainable, s_data);
        float[][] expected = [.. Enumerable.Range(0, s_data.Count).Select(image => Predict(model, image))];

        Together(thread =>
        {
            for (int turn = 0; turn < 50; turn++)
            {
                int image = (thread + turn) % s_data.Count;
                Predict(model, image).ShouldBe(expected[image]);
            }
        });

        model.Network.training.ShouldBeTrue();
    }

    [Fact]
    public void Seven_threads_that_predict_and_evaluate_change_nothing_of_what_the_eighth_trains()
    {
        var states = new HashSet<string>();
        var keep = new AfterEachStep(model => states.Add(Text(Predict(model, 0))));
        float[] expected = Train(keep, static _ => { });
        var seen = new System.Collections.Concurrent.ConcurrentBag<string>();

        // Whatever the machine is busy with, there are as many predictions as steps.
        int steps = 0;
        var waiting = new AfterEachStep(_ =>
        {
            SpinWait.SpinUntil(() => seen.Count >= steps, TimeSpan.FromMinutes(1)).ShouldBeTrue();
            steps++;
        });
        float[] actual = Train(waiting, model =>
        {
            seen.Add(Text(Predict(model, 0)));
            Evaluation.Evaluate(model.Trainable, s_data);
            ((INetwork)model.Network).GetWeights();
        });

        actual.ShouldBe(expected);
        steps.ShouldBeGreaterThan(Threads);
        seen.ShouldAllBe(prediction => states.Contains(prediction), "each prediction is by the weights of one moment between two steps");

        static float[] Train(AfterEachStep callback, Action<LoadedModel> meanwhile)
        {
            using LoadedModel model = Load(network: true, normalization: true);
            callback.Run(model);
            bool isOver = false;
            Together(thread =>
            {
                if (thread == 0)
                {
                    TrainingLoop.Fit(model.Trainable, s_data, new TrainingOptions { Epochs = 6, Callbacks = [callback] });
                    Volatile.Write(ref isOver, true);
                    return;
                }

                do
                {
                    meanwhile(model);
                }
                while (!Volatile.Read(ref isOver));
            });

            return WeightsOf(model);
        }
    }

    private static void Together(Action<int> action)
    {
        Task[] threads = [.. Enumerable.Range(0, Threads)
            .Select(thread => Task.Factory.StartNew(() => action(thread), TaskCreationOptions.LongRunning))];
        Task.WaitAll(threads);
    }

    private static LoadedModel Load(bool network, bool normalization)
    {
        torch.manual_seed(5);
        LoadedModel model = LoadedModel.Load(Declaration);
        model.Network.train(network);
        Normalization(model).train(normalization);
        return model;
    }

    private static torch.nn.Module Normalization(LoadedModel model) =>
        model.Network.named_children().Single(child => child.name == "batch_normalization").module;

    private static bool[] ModesOf(LoadedModel model) => [model.Network.training, .. model.Network.modules().Select(module => module.training)];

    private static float[] Means(LoadedModel model) => ((TorchSharp.Modules.BatchNorm2d)Normalization(model)).running_mean!.data<float>().ToArray();

    private static float[] WeightsOf(LoadedModel model) =>
        [.. ((INetwork)model.Network).GetWeights().SelectMany(weight => weight.Values.Cast<object>()).Select(value => Convert.ToSingle(value))];

    private static float[] Predict(LoadedModel model, int image) => [.. Inference.Predict((ICnnModel<Prediction>)model.Model, s_data.Images[image]).Probabilities];

    private static string Text(float[] values) => string.Join(' ', values.Select(BitConverter.SingleToInt32Bits));

    private static float[] TrainByHand(bool predicts)
    {
        using LoadedModel model = Load(network: true, normalization: true);
        using var optimizer = torch.optim.SGD(model.Network.parameters(), 0.05);
        torch.manual_seed(9);
        for (int step = 0; step < 5; step++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            optimizer.zero_grad();
            torch.nn.functional.cross_entropy(model.Logits(torch.rand(8, 1, 6, 6)), torch.arange(8, torch.int64).remainder(3)).backward();
            optimizer.step();
            if (predicts)
            {
                Predict(model, step);
                Evaluation.Evaluate(model.Trainable, s_data);
            }
        }

        return WeightsOf(model);
    }

    private static ImageDataset Draw(int count)
    {
        var random = new Random(4);
        byte[] pixels = new byte[count * 36];
        random.NextBytes(pixels);
        return ImageDataset.FromLabels(6, 6, 1, 3, pixels, Enumerable.Range(0, count).Select(image => image % 3).ToArray());
    }

    private sealed class AfterEachStep(Action<LoadedModel> action) : TrainingCallback
    {
        private LoadedModel? _model;

        public void Run(LoadedModel model)
        {
            _model = model;
            action(model);
        }

        public override void OnBatchEnd(TrainingRun run) => action(_model!);
    }
}
