using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>Every kind of input and target: the loss is the one that its definition gives for what the network says, and training brings it down.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class DataKindRunTests
{
    private const int Count = 11;

    private static readonly Dictionary<string, Kind> s_kinds = new()
    {
        ["A vector of features, two numbers"] = new(
            "[InputData(5), TargetData(2)]", "[Input(5)] [Dense(2)]", [[5]], DataTarget.Numbers("y", 2), Squares),
        ["A signal, one of six classes"] = new(
            "[InputData(12, 3), TargetData(Classes = 6)]", "[Input(12, 3)] [Conv1D(4, 3)] [GlobalAveragePooling1D] [Dense(6, Activation = Activation.Softmax)]",
            [[12, 3]], DataTarget.ClassIndex("y", 6), Crossentropy),
        ["A volume, one of two classes"] = new(
            "[InputData(4, 4, 4, 2), TargetData(Classes = 2)]", "[Input(4, 4, 4, 2)] [Conv3D(3, 3)] [Flatten] [Dense(1, Activation = Activation.Sigmoid)]",
            [[4, 4, 4, 2]], DataTarget.ClassIndex("y", 2), BinaryCrossentropy),
        ["Several classes at once"] = new(
            "[InputData(5), TargetData(Classes = 4, Labels = LabelKind.MultiHot)]", "[Input(5)] [Dense(4, Activation = Activation.Sigmoid)]",
            [[5]], DataTarget.MultiHot("y", 4), BinaryCrossentropy),
        ["A class for each position"] = new(
            "[InputData(6, 5, 2), TargetData(6, 5, Classes = 3)]", "[Input(6, 5, 2)] [Conv2D(3, 3, Padding = Pad.Same, Activation = Activation.Softmax)]",
            [[6, 5, 2]], DataTarget.ClassIndex("y", 3, 6, 5), Crossentropy),
        ["A class for each moment"] = new(
            "[InputData(9, 2), TargetData(9, Classes = 3)]", "[Input(9, 2)] [Conv1D(3, 3, Padding = Pad.Same, Activation = Activation.Softmax)]",
            [[9, 2]], DataTarget.ClassIndex("y", 3, 9), Crossentropy),
        ["A class for each position, channels first"] = new(
            "[InputData(6, 5, 2), TargetData(6, 5, Classes = 3)]",
            "[Input(2, 6, 5, Format = DataFormat.ChannelsFirst)] [Conv2D(3, 3, Padding = Pad.Same)]",
            [[6, 5, 2]], DataTarget.ClassIndex("y", 3, 6, 5), CrossentropyOfScores),
        ["A class for each position, some of which are not looked at"] = new(
            "[InputData(6, 5, 2), TargetData(6, 5, Classes = 3, IgnoredClass = 255)]", "[Input(6, 5, 2)] [Conv2D(3, 1, Activation = Activation.Softmax)]",
            [[6, 5, 2]], DataTarget.ClassIndex("y", 3, 6, 5).Ignoring(255), Crossentropy),
        ["One unit for each position"] = new(
            "[InputData(6, 5, 2), TargetData(6, 5, Classes = 2)]", "[Input(6, 5, 2)] [Conv2D(1, 1, Activation = Activation.Sigmoid)]",
            [[6, 5, 2]], DataTarget.ClassIndex("y", 2, 6, 5), BinaryCrossentropy),
        ["A one-hot vector for each position"] = new(
            "[InputData(6, 5, 2), TargetData(6, 5, Classes = 3, Labels = LabelKind.OneHot)]", "[Input(6, 5, 2)] [Conv2D(3, 1, Activation = Activation.Softmax)]",
            [[6, 5, 2]], DataTarget.OneHot("y", 3, 6, 5), Crossentropy),
        ["A picture"] = new(
            "[InputData(6, 5, 2), TargetData(SameAs = \"input\")]", "[Input(6, 5, 2)] [Conv2D(2, 3, Padding = Pad.Same)]",
            [[6, 5, 2]], DataTarget.Numbers("y", 6, 5, 2), Squares),
        ["Examples with weights"] = new(
            "[InputData(5), TargetData(Classes = 3, Weighted = true)]", "[Input(5)] [Dense(3, Activation = Activation.Softmax)]",
            [[5]], DataTarget.ClassIndex("y", 3).Weighted(), Crossentropy),
        ["Maps with weights"] = new(
            "[InputData(6, 5, 2), TargetData(6, 5, Classes = 3, Weighted = true, IgnoredClass = 255)]", "[Input(6, 5, 2)] [Conv2D(3, 1, Activation = Activation.Softmax)]",
            [[6, 5, 2]], DataTarget.ClassIndex("y", 3, 6, 5).Weighted().Ignoring(255), Crossentropy),
        ["Classes with weights"] = new(
            "[InputData(5), TargetData(Classes = 3)]", "[Input(5)] [Dense(3, Activation = Activation.Softmax)]",
            [[5]], DataTarget.ClassIndex("y", 3), Crossentropy)
        { Training = "ClassWeights = new[] { 1.0, 2.0, 0.5 }", ClassWeights = [1, 2, 0.5] },
        ["Two classes with weights"] = new(
            "[InputData(5), TargetData(Classes = 2)]", "[Input(5)] [Dense(1, Activation = Activation.Sigmoid)]",
            [[5]], DataTarget.ClassIndex("y", 2), BinaryCrossentropy)
        { Training = "ClassWeights = new[] { 1.0, 3.0 }", ClassWeights = [1, 3] },
        ["Classes of maps with weights"] = new(
            "[InputData(6, 5, 2), TargetData(6, 5, Classes = 3, IgnoredClass = 255)]", "[Input(6, 5, 2)] [Conv2D(3, 1, Activation = Activation.Softmax)]",
            [[6, 5, 2]], DataTarget.ClassIndex("y", 3, 6, 5).Ignoring(255), Crossentropy)
        { Training = "ClassWeights = new[] { 1.0, 2.0, 0.5 }", ClassWeights = [1, 2, 0.5] },
        ["A class that some do not have"] = new(
            "[InputData(5), TargetData(Classes = 3, IgnoredClass = 255)]", "[Input(5)] [Dense(3, Activation = Activation.Softmax)]",
            [[5]], DataTarget.ClassIndex("y", 3).Ignoring(255), Crossentropy)
        { Training = "BalanceClasses = true" },
        ["Numbers with weights"] = new(
            "[InputData(5), TargetData(2, Weighted = true)]", "[Input(5)] [Dense(2)]", [[5]], DataTarget.Numbers("y", 2).Weighted(), Squares),
        ["Two inputs"] = new(
            "[InputData(\"a\", 5), InputData(\"b\", 4, 4, 1), TargetData(Classes = 3)]",
            "[Input(\"a\", 5)] [Input(\"b\", 4, 4, 1)] [Flatten(Name = \"flat\")] [Concatenate(\"a\", \"flat\")] [Dense(3, Activation = Activation.Softmax)]",
            [[5], [4, 4, 1]], DataTarget.ClassIndex("y", 3), Crossentropy),
    };

    public static TheoryData<string> Names => [.. s_kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_loss_is_the_mean_over_what_counts(string name)
    {
        Kind kind = s_kinds[name];
        Dataset data = kind.Make(seed: 5);
        using LoadedModel model = LoadedModel.Load(kind.Declaration);
        (float[] outputs, BatchTarget target) = Predict(model, data);

        // In batches that do not come out even, and of which each leaves out another number of rows.
        EvaluationResult result = Evaluation.Evaluate(model.Trainable, data, batchSize: 4);

        result.Loss.ShouldBe(kind.LossOf(outputs, target), 2e-5);
        if (result.Accuracy is { } accuracy)
        {
            accuracy.ShouldBe(kind.AccuracyOf(outputs, target), 1e-6);
        }

        if (result.MeanAbsoluteError is { } error)
        {
            error.ShouldBe(outputs.Zip(target.Values.ToArray(), (output, right) => Math.Abs(output - right)).Average(), 1e-5);
        }
    }

    /// <summary>As in Keras: what is measured of two trainings can be compared, whatever their weights are.</summary>
    [Theory]
    [InlineData("Classes with weights")]
    [InlineData("Two classes with weights")]
    [InlineData("Classes of maps with weights")]
    public void Weights_of_classes_count_in_training_only(string name)
    {
        Kind kind = s_kinds[name];
        Dataset data = kind.Make(seed: 5);
        using LoadedModel model = LoadedModel.Load(kind.Declaration);
        (float[] outputs, BatchTarget target) = Predict(model, data);

        TrainingHistory history = TrainingLoop.Fit(model.Trainable, data, new TrainingOptions { Epochs = 1, LearningRate = 1e-9, BatchSize = Count, Validation = data });

        history.Last!.Loss.ShouldBe(kind.LossOf(outputs, target, inTraining: true), 2e-5);
        history.Last.ValidationLoss!.Value.ShouldBe(kind.LossOf(outputs, target), 2e-5);
        history.UntrainedLoss!.Value.ShouldBe(history.Last.ValidationLoss.Value, 2e-5);
        Math.Abs(history.Last.Loss - history.Last.ValidationLoss.Value).ShouldBeGreaterThan(1e-3);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Training_brings_it_down(string name)
    {
        Kind kind = s_kinds[name];
        torch.manual_seed(4);
        using LoadedModel model = LoadedModel.Load(kind.Declaration);

        TrainingHistory history = TrainingLoop.Fit(model.Trainable, kind.Make(seed: 5), new TrainingOptions { Epochs = 15, LearningRate = 0.02, BatchSize = 4, Seed = 1 });

        history.Last!.Loss.ShouldBeLessThan(history.Epochs[0].Loss);
    }

    [Fact]
    public void Of_several_outputs_the_losses_are_added_up_by_their_weights()
    {
        const string Declaration = """
            [Model]
            [Input(6, 6, 1)]
            [Conv2D(4, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "body")]
            [Conv2D(2, 1, Activation = Activation.Softmax, Name = "mask")]
            [Flatten(From = "body", Name = "flat")]
            [Dense(3, Activation = Activation.Softmax, Name = "kind")]
            [Dense(1, From = "flat", Name = "age")]
            [Output("mask", "kind")]
            [Output("age", Target = "years", Loss = Loss.MeanAbsoluteError, Weight = 0.25, Metrics = Metrics.MeanSquaredError)]
            [Training<People>]
            public partial class Cnn;

            [InputData(6, 6, 1), TargetData("kind", Classes = 3), TargetData("mask", 6, 6, Classes = 2), TargetData("years", 1)]
            internal sealed class People;

            """;
        torch.manual_seed(4);
        using LoadedModel model = LoadedModel.Load(Declaration);
        var random = new Random(3);
        var data = new Dataset(
            [InputColumn.Of(new DataInput("picture", 6, 6, 1), Kind.Fill(random, Count * 36))],
            [
                TargetColumn.Of(DataTarget.Numbers("years", 1), Kind.Fill(random, Count)),
                TargetColumn.Of(DataTarget.ClassIndex("kind", 3), Enumerable.Range(0, Count).Select(_ => random.Next(3)).ToArray()),
                TargetColumn.Of(DataTarget.ClassIndex("mask", 2, 6, 6), Enumerable.Range(0, Count * 36).Select(_ => random.Next(2)).ToArray()),
            ]);

        EvaluationResult result = Evaluation.Evaluate(model.Trainable, data, batchSize: 4);
        TrainingHistory history = TrainingLoop.Fit(model.Trainable, data, new TrainingOptions { Epochs = 10, LearningRate = 0.02, BatchSize = 4 });

        result.Measures.Names.ShouldBe(["mask_loss", "mask_accuracy", "kind_loss", "kind_accuracy", "age_loss", "age_mean_squared_error"]);
        result.Loss.ShouldBe(result["mask_loss"] + result["kind_loss"] + (0.25 * result["age_loss"]), 1e-5);
        history.Last!.Loss.ShouldBeLessThan(history.Epochs[0].Loss);
        Type predictions = model.Type.GetNestedType("Predictions")!;
        predictions.GetConstructors().Single(constructor => constructor.GetParameters().Length == 3).GetParameters().Select(parameter => (parameter.Name, parameter.ParameterType))
            .ShouldBe([("Mask", typeof(ClassMap)), ("Kind", typeof(Prediction)), ("Age", typeof(float))]);
    }

    /// <summary>Batches of which some have nothing to look at count as what they have, in the sum and of each output.</summary>
    [Theory]
    [InlineData("[Output(\"kind\", \"flag\")]")]
    [InlineData("[Output(\"kind\", Weight = 0.5)]\n[Output(\"flag\", Weight = 2)]")]
    [InlineData("[Output(\"kind\")]")]
    public void The_loss_does_not_depend_on_how_the_data_is_cut_into_batches(string outputs)
    {
        string declaration = $$"""
            [Model]
            [Input(5)]
            [Dense(4, KernelL2 = 0.1, ActivityL2 = 0.2, Activation = Activation.ReLU, Name = "body")]
            [Dense(1, Activation = Activation.Sigmoid, Name = "flag")]
            [Dense(3, Activation = Activation.Softmax, Name = "kind", From = "body")]
            {{outputs}}
            [Training<Rows>(Metrics = Metrics.Accuracy)]
            public partial class Cnn;

            [InputData(5), TargetData("kind", Classes = 3, IgnoredClass = 255), TargetData("flag", Classes = 2)]
            internal sealed class Rows;

            """;
        torch.manual_seed(4);
        using LoadedModel model = LoadedModel.Load(outputs.Contains("flag") ? declaration : declaration.Replace("[Dense(1, Activation = Activation.Sigmoid, Name = \"flag\")]\n", ""));
        var random = new Random(3);
        var data = new Dataset(
            [InputColumn.Of(new DataInput("row", 5), Kind.Fill(random, Count * 5))],
            [
                TargetColumn.Of(DataTarget.ClassIndex("kind", 3).Ignoring(255), Enumerable.Range(0, Count).Select(i => i < Count / 2 ? 255 : random.Next(3)).ToArray()),
                TargetColumn.Of(DataTarget.ClassIndex("flag", 2), Enumerable.Range(0, Count).Select(_ => random.Next(2)).ToArray()),
            ]);

        EvaluationResult whole = Evaluation.Evaluate(model.Trainable, data, batchSize: Count);
        TrainingHistory history = TrainingLoop.Fit(model.Trainable, data, new TrainingOptions { Epochs = 1, LearningRate = 1e-9, BatchSize = 2 });

        foreach (EvaluationResult cut in new[] { 1, 2, 4 }.Select(size => Evaluation.Evaluate(model.Trainable, data, size)))
        {
            cut.Loss.ShouldBe(whole.Loss, 1e-5);
            cut.Measures.Select(measure => measure.Value).Zip(whole.Measures.Select(measure => measure.Value)).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-5);
        }

        history.Last!.Loss.ShouldBe(whole.Loss, 1e-4);
    }

    /// <summary>What an output costs by itself is of what it gives after its activation, though that is left to the loss.</summary>
    [Fact]
    public void Each_of_several_outputs_pays_for_its_own_activity()
    {
        const string Declaration = """
            [Model]
            [Input(5)]
            [Dense(3, ActivityL2 = 0.2, Activation = Activation.Softmax, Name = "kind")]
            [Dense(1, ActivityL2 = 0.3, Activation = Activation.Sigmoid, Name = "flag", From = "input")]
            [Output("kind", "flag")]
            [Training<Rows>]
            public partial class Cnn;

            [InputData(5), TargetData("kind", Classes = 3), TargetData("flag", Classes = 2)]
            internal sealed class Rows;

            """;
        torch.manual_seed(4);
        using LoadedModel model = LoadedModel.Load(Declaration);
        var random = new Random(3);
        var data = new Dataset(
            [InputColumn.Of(new DataInput("row", 5), Kind.Fill(random, Count * 5))],
            [
                TargetColumn.Of(DataTarget.ClassIndex("kind", 3), Enumerable.Range(0, Count).Select(_ => random.Next(3)).ToArray()),
                TargetColumn.Of(DataTarget.ClassIndex("flag", 2), Enumerable.Range(0, Count).Select(_ => random.Next(2)).ToArray()),
            ]);
        float[] kinds = new float[Count * 3];
        float[] flags = new float[Count];
        model.Model.Predict(new BatchBuffer(data, Count).Fill(0, Count), [kinds, flags]);

        EvaluationResult result = Evaluation.Evaluate(model.Trainable, data, batchSize: Count);

        double activity = ((0.2 * kinds.Sum(value => value * value)) + (0.3 * flags.Sum(value => value * value))) / Count;
        result.Loss.ShouldBe(result["kind_loss"] + result["flag_loss"] + activity, 1e-5);
    }

    [Fact]
    public void A_prediction_of_numbers_takes_no_memory_of_its_own()
    {
        using LoadedModel model = LoadedModel.Load(s_kinds["A picture"].Declaration);
        float[] input = Kind.Fill(new Random(1), 60);
        float[] output = new float[60];

        Inference.Predict(model.Model, input, output);

        ValueMap map = Inference.Predict((ICnnModel<ValueMap>)model.Model, (ReadOnlyMemory<float>)input);
        map.Values.ToArray().ShouldBe(output);
        map[5, 4, 1].ShouldBe(output[59]);
        Should.Throw<CnnGenException>(() => Inference.Predict(model.Model, new float[59], output)).Message.ShouldContain("takes 60 values (6×5×2)");
    }

    // What the network gives for all examples, and what it should give.
    private static (float[] Outputs, BatchTarget Target) Predict(LoadedModel model, Dataset data)
    {
        Batch all = new BatchBuffer(data, Count).Fill(0, Count);
        float[] outputs = new float[Count * model.Model.Outputs[0].Size];
        model.Model.Predict(all, [outputs]);
        return (outputs, all.Targets[0]);
    }

    private static double Crossentropy(ReadOnlySpan<float> outputs, ReadOnlySpan<float> target)
    {
        double loss = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            loss -= target[i] * Math.Log(outputs[i]);
        }

        return loss;
    }

    private static double CrossentropyOfScores(ReadOnlySpan<float> outputs, ReadOnlySpan<float> target)
    {
        double sum = 0;
        double right = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            sum += Math.Exp(outputs[i]);
            right += target[i] * outputs[i];
        }

        return Math.Log(sum) - right;
    }

    private static double BinaryCrossentropy(ReadOnlySpan<float> outputs, ReadOnlySpan<float> target)
    {
        double loss = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            loss -= (target[i] * Math.Log(outputs[i])) + ((1 - target[i]) * Math.Log(1 - outputs[i]));
        }

        return loss / outputs.Length;
    }

    private static double Squares(ReadOnlySpan<float> outputs, ReadOnlySpan<float> target)
    {
        double loss = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            loss += Math.Pow(outputs[i] - target[i], 2);
        }

        return loss / outputs.Length;
    }

    private delegate double RowLoss(ReadOnlySpan<float> outputs, ReadOnlySpan<float> target);

    /// <summary>A kind of data, and a small network for it.</summary>
    private sealed record Kind(string Data, string Layers, int[][] Inputs, DataTarget Target, RowLoss Loss)
    {
        private const int Ignored = 255;

        public string Training { get; init; } = "";

        public double[]? ClassWeights { get; init; }

        public bool HasIgnored => Target.IgnoredClass is not null;

        public string Declaration => $$"""
            [Model]
            {{Layers}}
            [Training<Examples>{{(Training.Length == 0 ? "" : $"({Training})")}}]
            public partial class Cnn;

            {{Data}}
            internal sealed class Examples;

            """;

        private int Width => Target.Kind == LabelKind.Number ? Target.Shape[^1] : Target.Classes == 2 && Loss == BinaryCrossentropy ? 1 : Target.Classes;

        public static float[] Fill(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];

        public Dataset Make(int seed)
        {
            var random = new Random(seed);
            InputColumn[] inputs = [.. Inputs.Select((shape, i) =>
                InputColumn.Of(new DataInput(Inputs.Length == 1 ? "x" : i == 0 ? "a" : "b", shape), Fill(random, Count * shape.Aggregate((a, b) => a * b))))];
            TargetColumn target = Target.Kind switch
            {
                LabelKind.ClassIndex => TargetColumn.Of(Target, Enumerable.Range(0, Count * Target.Size).Select(_ => HasIgnored && random.Next(3) == 0 ? Ignored : random.Next(Target.Classes)).ToArray()),
                LabelKind.OneHot => TargetColumn.Of(Target, Enumerable.Range(0, Count * Target.Size / Target.Classes).SelectMany(_ => OneHot(random.Next(Target.Classes))).ToArray()),
                LabelKind.MultiHot => TargetColumn.Of(Target, Enumerable.Range(0, Count * Target.Size).Select(_ => (float)random.Next(2)).ToArray()),
                _ => TargetColumn.Of(Target, Fill(random, Count * Target.Size)),
            };
            return new Dataset(inputs, [Target.IsWeighted ? target.Weighted(Fill(random, Count)) : target]);
        }

        /// <summary>The mean over all rows that are not ignored, each times the weights of its example and, in training, its class.</summary>
        public double LossOf(float[] outputs, BatchTarget target, bool inTraining = false) =>
            Rows(outputs, target).Average(row => row.Loss * row.Weight * (inTraining ? row.ClassWeight : 1));

        public double AccuracyOf(float[] outputs, BatchTarget target) => Rows(outputs, target).Average(row => row.IsRight ? 1.0 : 0.0);

        private IEnumerable<(double Loss, double Weight, double ClassWeight, bool IsRight)> Rows(float[] outputs, BatchTarget target)
        {
            int rows = outputs.Length / Width;
            for (int row = 0; row < rows; row++)
            {
                float[] given = outputs[(row * Width)..((row + 1) * Width)];
                if (!target.Labels.IsEmpty && target.Labels.Span[row] == Ignored)
                {
                    continue;
                }

                float[] wanted = target.Labels.IsEmpty ? target.Values[(row * Width)..((row + 1) * Width)].ToArray()
                    : Width == 1 ? [target.Labels.Span[row]]
                    : OneHot((int)target.Labels.Span[row]);
                double weight = Target.IsWeighted ? target.Weights.Span[row / (rows / Count)] : 1;
                double classWeight = ClassWeights is null ? 1 : ClassWeights[(int)target.Labels.Span[row]];
                bool isRight = Width == 1 ? given[0] > 0.5 == (wanted[0] == 1) : Array.IndexOf(given, given.Max()) == Array.IndexOf(wanted, wanted.Max());
                yield return (Loss(given, wanted), weight, classWeight, isRight);
            }
        }

        private float[] OneHot(int label) => [.. Enumerable.Range(0, Target.Classes).Select(i => i == label ? 1f : 0f)];
    }
}
