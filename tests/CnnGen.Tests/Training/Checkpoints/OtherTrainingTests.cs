namespace CnnGen.Tests;

/// <summary>A training goes on from its own checkpoint only: what must be the same, and what is said of what is not.</summary>
public sealed class OtherTrainingTests : CheckpointedTraining
{
    [Fact]
    public void A_checkpoint_of_another_training_is_refused()
    {
        Fit(new SoftmaxRegression(), Kept(1));
        TrainingOptions resume = Kept(3) with { Resume = Resume.Always };

        Error(new SoftmaxRegression(), resume with { BatchSize = 4 }).ShouldBe(
            $"{Checkpoint} is from another training: the batch size was 8, now it is 4. Resume with the same settings, or train without resuming.");
        Error(new SoftmaxRegression(), resume with { LearningRate = 0.25 }).ShouldContain("the learning rate was 0.5, now it is 0.25");
        Error(new SoftmaxRegression(), resume with { BatchSize = 4, Seed = 7 }).ShouldContain("the batch size was 8, now it is 4; the seed was 1, now it is 7");
        Error(new SoftmaxRegression(), resume with { ClipNorm = 1 }).ShouldContain("there was nothing as the longest gradient, now it is 1");
        Error(new SoftmaxRegression(), resume with { Seed = 7 }).ShouldContain("the seed was 1, now it is 7");
        Error(new SoftmaxRegression(), resume with { Shuffle = false }).ShouldContain("shuffling was True, now it is False");
        Error(new SoftmaxRegression(), resume with { ValidationSplit = 0.5 }).ShouldContain("the number of training images was 30, now it is 15");
        var adam = new SoftmaxRegression { Settings = new SoftmaxRegression().Settings with { Optimizer = Optimizer.Adam } };
        Error(adam, resume).ShouldContain("the optimizer was SGD, now it is Adam");
    }

    [Fact]
    public void What_layers_and_outputs_are_given_is_a_part_of_the_training()
    {
        SoftmaxRegression before = Given([new("rate", 0.5), new("activation", "Softmax")]);
        Fit(before, Kept(1));
        TrainingOptions resume = Kept(3) with { Resume = Resume.Always };

        Error(Given([new("rate", 0.25), new("activation", "Softmax")]), resume).ShouldBe(
            $"{Checkpoint} is from another training: what layer dense is given was rate: 0.5, activation: Softmax, now it is rate: 0.25, activation: Softmax. "
            + "Resume with the same settings, or train without resuming.");
        Error(Given([]), resume).ShouldContain("what layer dense is given was rate: 0.5, activation: Softmax, now it is nothing");
        Error(Given([.. before.Architecture.Layers[0].Arguments], isTrainable: false), resume).ShouldContain("now it is rate: 0.5, activation: Softmax, not trainable");
        Error(Given([.. before.Architecture.Layers[0].Arguments], lossWeight: 0.5), resume).ShouldContain("the weight of output dense was 1, now it is 0.5");
        Error(Given([.. before.Architecture.Layers[0].Arguments], classWeights: [1, 4.5, 1]), resume)
            .ShouldContain("the weighting of classes of output dense was all the same, now it is 1, 4.5, 1");

        Fit(Given([.. before.Architecture.Layers[0].Arguments]), resume).Epochs.Count.ShouldBe(3);
    }

    [Fact]
    public void A_checkpoint_that_does_not_say_what_layers_and_outputs_are_given_is_gone_on_from()
    {
        var whole = new SoftmaxRegression();
        Fit(whole, new() { Epochs = 3 });
        Fit(new SoftmaxRegression(), Kept(1) with { Callbacks = [] });
        SafetensorsContent content = WeightFile.Read(Checkpoint);
        CheckpointRecord record = CheckpointJson.Read(content.Metadata["cnngen.training"]);
        string[] names = ["what layer dense is given", "what layer dense reads", "the weight of output dense", "the weighting of classes of output dense", "the ignored class of output dense"];
        KeyValuePair<string, string>[] said = [.. record.Settings.Where(setting => !names.Contains(setting.Key))];
        said.Length.ShouldBe(record.Settings.Count - names.Length);
        AtomicFile.Write(Checkpoint, stream => Safetensors.Write(stream, content.Tensors, new Dictionary<string, string>(content.Metadata)
        {
            ["cnngen.training"] = CheckpointJson.Write(record with { Settings = said }),
        }));

        var resumed = new SoftmaxRegression();
        Fit(resumed, Kept(3) with { Callbacks = [], Resume = Resume.Always });

        resumed.Kernel.ShouldBe(whole.Kernel);
    }

    [Fact]
    public void Layers_of_a_nested_model_and_what_layers_read_are_compared_too()
    {
        static IReadOnlyList<KeyValuePair<string, string>> Of(double rate, string read)
        {
            LayerSummary inner = Row("dropout", [], []) with { Arguments = [new("rate", rate)] };
            SoftmaxRegression model = new() { Architecture = new ModelSummary("m", [Row("eye", [read], [inner])]) };
            return TrainingFingerprint.Of(model, model.Settings, Data.Quarters(9));
        }

        TrainingFingerprint.Differences(Of(0.5, "a"), Of(0.5, "a")).ShouldBeEmpty();
        TrainingFingerprint.Differences(Of(0.5, "a"), Of(0.1, "b")).ShouldBe(
            ["what layer eye reads was a[0][0], now it is b[0][0]", "what layer eye/dropout is given was rate: 0.5, now it is rate: 0.1"]);

        static LayerSummary Row(string name, string[] inputs, LayerSummary[] layers) => new(name, "Dropout", [3], 0, 0, 0, 12, 1, inputs) { Layers = layers };
    }

    [Fact]
    public void A_checkpoint_of_another_model_is_refused()
    {
        Fit(new SoftmaxRegression(), Kept(1));
        var other = new SoftmaxRegression(4, 4, 5, "other");
        ImageDataset data = ImageDataset.FromLabels(4, 4, 1, 5, new byte[160], new int[10]);

        Should.Throw<CnnGenException>(() => TrainingLoop.Fit(other, data, Kept(3) with { Resume = Resume.Always })).Message.ShouldBe(
            $"{Checkpoint} is for another model (softmax_regression) than other: dense.weight is 3×16, expected 5×16; dense.bias is 3, expected 5.");
    }

    private static SoftmaxRegression Given(LayerSetting[] arguments, bool isTrainable = true, double lossWeight = 1, double[]? classWeights = null)
    {
        ModelSummary plain = new SoftmaxRegression().Architecture;
        LayerSetting[] training = classWeights is null
            ? [new("output", "dense")]
            : [new("output", "other"), new("classWeights", 7), new("output", "dense"), new("classWeights", classWeights), new("output", "third")];
        return new SoftmaxRegression
        {
            LossWeight = lossWeight,
            Architecture = new ModelSummary(plain.Name, [plain.Layers[0] with { Arguments = arguments, Trainable = isTrainable }], plain.InputShape) { Training = training },
        };
    }
}
