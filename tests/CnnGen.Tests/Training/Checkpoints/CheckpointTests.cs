using FsCheck.Xunit;

namespace CnnGen.Tests;

public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Checkpoint => _folder.File("checkpoint.safetensors");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_training_that_is_resumed_gives_the_bits_of_one_without_a_break(int epochsBefore)
    {
        var whole = new SoftmaxRegression();
        TrainingHistory expected = Fit(whole, new() { Epochs = 5, Callbacks = [new Recorder { Factor = 0.9 }] });

        Fit(new SoftmaxRegression(), Kept(epochsBefore));
        var resumed = new SoftmaxRegression();
        TrainingHistory history = Fit(resumed, Kept(5) with { Resume = Resume.Always });

        resumed.Kernel.ShouldBe(whole.Kernel);
        Losses(history).ShouldBe(Losses(expected));
        history.Epochs.Select(epoch => epoch.LearningRate).ShouldBe(expected.Epochs.Select(epoch => epoch.LearningRate));
        resumed.Trained.Count.ShouldBe(4 * (5 - epochsBefore));
    }

    [Property(MaxTest = 40)]
    public void Resuming_is_exact_for_any_sizes(byte epochs, byte before, byte batchSize, byte images, int seed, bool shuffle)
    {
        TrainingOptions options = new() { Epochs = 2 + (epochs % 4), BatchSize = 1 + (batchSize % 9), Seed = seed, Shuffle = shuffle };
        ImageDataset data = Data.Quarters(5 + (images % 30));
        var whole = new SoftmaxRegression();
        TrainingLoop.Fit(whole, data, options);

        options = options with { CheckpointDirectory = _folder.Path };
        TrainingLoop.Fit(new SoftmaxRegression(), data, options with { Epochs = 1 + (before % options.Epochs!.Value) });
        var resumed = new SoftmaxRegression();
        TrainingLoop.Fit(resumed, data, options with { Resume = Resume.Always });

        resumed.Kernel.ShouldBe(whole.Kernel);
    }

    [Theory]
    [InlineData(2)] // before the first epoch's end
    [InlineData(10)]
    public void A_training_that_was_cancelled_is_resumed_from_the_step_it_had_done(int steps)
    {
        var whole = new SoftmaxRegression();
        whole.Kernel[0] = 0.5f;
        TrainingHistory expected = Fit(whole, new() { Epochs = 4 });

        using var source = new CancellationTokenSource();
        var broken = new SoftmaxRegression { Fault = step => { if (step == steps) { source.Cancel(); } return null; } };
        broken.Kernel[0] = 0.5f;
        Fit(broken, new() { Epochs = 4, CheckpointDirectory = _folder.Path, CancellationToken = source.Token }).StopReason.ShouldBe(StopReason.Cancelled);
        var resumed = new SoftmaxRegression();
        TrainingHistory history = Fit(resumed, new() { Epochs = 4, CheckpointDirectory = _folder.Path, Resume = Resume.Always });

        resumed.Kernel.ShouldBe(whole.Kernel);
        resumed.Trained.Count.ShouldBe(16 - steps);
        Losses(history).ShouldBe(Losses(expected));
    }

    [Fact]
    public void The_seed_of_a_training_without_one_is_kept()
    {
        TrainingSettings settings = new SoftmaxRegression().Settings with { Seed = null };
        var recorder = new Recorder();
        Fit(new SoftmaxRegression { Settings = settings }, new() { Epochs = 2, CheckpointDirectory = _folder.Path, Callbacks = [recorder] });
        int? seed = recorder.Settings!.Seed;

        Fit(new SoftmaxRegression { Settings = settings }, new() { Epochs = 3, CheckpointDirectory = _folder.Path, Callbacks = [recorder], Resume = Resume.Always });

        recorder.Settings.Seed.ShouldBe(seed);
    }

    [Fact]
    public void A_training_that_is_over_is_not_repeated()
    {
        var first = new SoftmaxRegression();
        Fit(first, Kept(2));

        var second = new SoftmaxRegression();
        TrainingHistory history = Fit(second, Kept(2) with { Resume = Resume.Always });

        history.Epochs.Count.ShouldBe(2);
        second.Trained.ShouldBeEmpty();
        second.Kernel.ShouldBe(first.Kernel);
    }

    [Fact]
    public void Early_stopping_goes_on_where_it_was()
    {
        double[] losses = [1, 0.5, 0.9, 0.8, 0.7, 0.6];
        SoftmaxRegression Model() => new() { Fault = step => losses[(int)((step - 1) / 4)] };
        EarlyStopping Stopping() => new() { Measure = EpochMeasure.Loss, Patience = 3 };

        var whole = Model();
        TrainingHistory expected = Fit(whole, new() { Epochs = 6, Callbacks = [Stopping()] });
        expected.Epochs.Count.ShouldBe(5);

        Fit(Model(), new() { Epochs = 3, CheckpointDirectory = _folder.Path, Callbacks = [Stopping()] });
        var resumed = Model();
        TrainingHistory history = Fit(resumed, new() { Epochs = 6, CheckpointDirectory = _folder.Path, Callbacks = [Stopping()], Resume = Resume.Always });

        history.Epochs.Count.ShouldBe(5);
        history.StopReason.ShouldBe(expected.StopReason);
        resumed.Kernel.ShouldBe(whole.Kernel);

        TrainingHistory again = Fit(Model(), new() { Epochs = 6, CheckpointDirectory = _folder.Path, Callbacks = [Stopping()], Resume = Resume.Always });
        again.Epochs.Count.ShouldBe(5);
    }

    [Fact]
    public void There_is_one_file_and_nothing_temporary_beside_it()
    {
        Fit(new SoftmaxRegression(), Kept(3));

        _folder.Names().ShouldBe(["checkpoint.safetensors"]);
    }

    [Fact]
    public void Divergence_leaves_the_last_checkpoint_as_it_was()
    {
        var model = new SoftmaxRegression { Fault = step => step == 7 ? double.NaN : null };
        Should.Throw<DivergedException>(() => Fit(model, Kept(3)));

        var restored = new SoftmaxRegression();
        WeightFile.Load(restored, Checkpoint);

        restored.Kernel.ShouldBe(model.Kernel);
        _folder.Names().ShouldBe(["checkpoint.safetensors"]);
    }

    [Fact]
    public void Without_a_checkpoint_there_is_nothing_to_resume() =>
        Error(new SoftmaxRegression(), Kept(3) with { Resume = Resume.Always })
            .ShouldBe($"{Checkpoint} does not exist: there is no training to resume. Train without resuming first.");

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

    [Fact]
    public void Plain_weights_are_no_checkpoint()
    {
        WeightFile.Save(new SoftmaxRegression(), Checkpoint);

        Error(new SoftmaxRegression(), Kept(3) with { Resume = Resume.Always }).ShouldBe($"{Checkpoint} holds weights but no training: it is not a checkpoint.");
    }

    [Fact]
    public void A_checkpoint_that_is_cut_short_is_refused_and_the_model_stays_as_it_is()
    {
        Fit(new SoftmaxRegression(), Kept(1));
        byte[] whole = File.ReadAllBytes(Checkpoint);
        for (int length = 0; length < whole.Length; length++)
        {
            _folder.Write("checkpoint.safetensors", whole.AsSpan(0, length));
            var model = new SoftmaxRegression();

            Error(model, Kept(3) with { Resume = Resume.Always }).ShouldStartWith(Checkpoint);
            model.Kernel.ShouldAllBe(value => value == 0);
        }
    }

    [Fact]
    public void A_record_that_cannot_be_read_is_refused()
    {
        Fit(new SoftmaxRegression(), Kept(1));
        SafetensorsContent content = WeightFile.Read(Checkpoint);
        foreach (string record in new[] { "", "{", "[]", "{}", """{"seed":1.5}""", """{"seed":"1"}""", content.Metadata["cnngen.training"].Replace("\"loss\":", "\"lost\":") })
        {
            var metadata = new Dictionary<string, string>(content.Metadata) { ["cnngen.training"] = record };
            using (FileStream stream = File.Create(Checkpoint))
            {
                Safetensors.Write(stream, content.Tensors, metadata);
            }

            Error(new SoftmaxRegression(), Kept(3) with { Resume = Resume.Always }).ShouldContain("its record of the training cannot be read");
        }
    }

    [Fact]
    public void An_optimizer_state_that_cannot_be_read_is_refused_before_the_model_changes()
    {
        Fit(new SoftmaxRegression(), Kept(1));
        SafetensorsContent content = WeightFile.Read(Checkpoint);
        using (FileStream stream = File.Create(Checkpoint))
        {
            Safetensors.Write(stream, [.. content.Tensors.Select(tensor => tensor.Name == "cnngen.optimizer" ? new Weight(tensor.Name, [3], new byte[3]) : tensor)], content.Metadata);
        }

        var model = new SoftmaxRegression();
        Error(model, Kept(3) with { Resume = Resume.Always }).ShouldStartWith($"{Checkpoint} cannot be resumed from: cnngen.optimizer cannot be read");
        model.Kernel.ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void A_state_in_parts_is_resumed_from_like_a_whole_one()
    {
        var whole = new SoftmaxRegression();
        TrainingHistory expected = Fit(whole, new() { Epochs = 3, Callbacks = [new Recorder { Factor = 0.9 }] });
        Fit(new SoftmaxRegression(), Kept(1));
        PartOptimizer(static parts => parts.Count.ShouldBeGreaterThan(2));

        var resumed = new SoftmaxRegression();
        TrainingHistory history = Fit(resumed, Kept(3) with { Resume = Resume.Always });

        resumed.Kernel.ShouldBe(whole.Kernel);
        Losses(history).ShouldBe(Losses(expected));
    }

    [Fact]
    public void A_part_of_a_state_that_is_damaged_or_missing_is_refused_before_the_model_changes()
    {
        foreach (Action<List<Weight>> damage in new Action<List<Weight>>[] { static parts => ((byte[])parts[1].Values)[3] ^= 1, static parts => parts.RemoveAt(parts.Count - 1), static parts => parts.RemoveAt(1) })
        {
            Fit(new SoftmaxRegression(), Kept(1));
            PartOptimizer(damage);
            var model = new SoftmaxRegression();

            Error(model, Kept(3) with { Resume = Resume.Always }).ShouldStartWith($"{Checkpoint} cannot be resumed from: cnngen.optimizer cannot be read");
            model.Kernel.ShouldAllBe(value => value == 0);
        }
    }

    [Fact]
    public void A_state_with_one_wrong_byte_is_refused_before_the_model_changes()
    {
        Fit(new SoftmaxRegression(), Kept(1));
        SafetensorsContent content = WeightFile.Read(Checkpoint);
        var state = (byte[])content.Tensors.Single(tensor => tensor.Name == "cnngen.optimizer").Values;
        byte[] whole = File.ReadAllBytes(Checkpoint);
        int place = whole.AsSpan().IndexOf(state);
        for (int i = 0; i < state.Length; i++)
        {
            byte[] spoilt = [.. whole];
            spoilt[place + i] ^= 0x10;
            _folder.Write("checkpoint.safetensors", spoilt);
            var model = new SoftmaxRegression();

            Error(model, Kept(3) with { Resume = Resume.Always }).ShouldBe(
                $"{Checkpoint} cannot be resumed from: cnngen.optimizer cannot be read (its bytes are damaged).");
            model.Kernel.ShouldAllBe(value => value == 0);
        }
    }

    [Theory]
    [InlineData("\"current_learning_rate\":0.45", "\"current_learning_rate\":\"NaN\"", "the learning rate is NaN")]
    [InlineData("\"current_learning_rate\":0.45", "\"current_learning_rate\":-1", "the learning rate is -1")]
    [InlineData("\"epoch\":1", "\"epoch\":7", "epoch 7 is in the place of epoch 1")]
    public void A_record_that_no_training_writes_is_refused(string right, string wrong, string expected)
    {
        Fit(new SoftmaxRegression(), Kept(1));
        SafetensorsContent content = WeightFile.Read(Checkpoint);
        content.Metadata["cnngen.training"].ShouldContain(right);
        var metadata = new Dictionary<string, string>(content.Metadata) { ["cnngen.training"] = content.Metadata["cnngen.training"].Replace(right, wrong) };
        using (FileStream stream = File.Create(Checkpoint))
        {
            Safetensors.Write(stream, content.Tensors, metadata);
        }

        Error(new SoftmaxRegression(), Kept(3) with { Resume = Resume.Always }).ShouldContain($"its record of the training cannot be read ({expected})");
    }

    [Fact]
    public void A_weight_that_is_not_finite_is_refused()
    {
        Fit(new SoftmaxRegression(), Kept(1));
        SafetensorsContent content = WeightFile.Read(Checkpoint);
        ((float[])content.Tensors.Single(tensor => tensor.Name == "dense.weight").Values)[3] = float.NaN;
        using (FileStream stream = File.Create(Checkpoint))
        {
            Safetensors.Write(stream, content.Tensors, content.Metadata);
        }

        Error(new SoftmaxRegression(), Kept(3) with { Resume = Resume.Always })
            .ShouldBe($"{Checkpoint} cannot be loaded: dense.weight has values that are not finite numbers.");
    }

    [Fact]
    public void Measures_that_are_not_finite_survive_a_checkpoint()
    {
        EpochResult epoch = new()
        {
            Epoch = 1,
            Loss = 0.1,
            LearningRate = 1e-3,
            Seconds = 1.0 / 3,
            ImagesPerSecond = 1e5,
            MeanAbsoluteError = double.PositiveInfinity,
            Validation = new EvaluationResult { Count = 3, Loss = double.NaN, Accuracy = 2.0 / 3 },
        };
        var record = new CheckpointRecord
        {
            Settings = [new("the optimizer", "SGD")], Origin = [new("CnnGen", "0.1.0")], Seed = -5, CurrentLearningRate = 1e-4, Step = 2, StepsDone = 5,
            Seconds = 0.1, DataWaitSeconds = 1e-3, Sums = new RunningSums(64, double.NaN, [1.0 / 3, double.NegativeInfinity], [0.5, 3]), UntrainedLoss = 2.5, BestEpoch = 1,
            Callbacks = ["a", "b"], CallbackFiles = [null, "b.jsonl"], Epochs = [epoch],
        };

        CheckpointRecord read = CheckpointJson.Read(CheckpointJson.Write(record));

        read.Epochs.ShouldBe(record.Epochs);
        read.Callbacks.ShouldBe(record.Callbacks);
        read.CallbackFiles.ShouldBe(record.CallbackFiles);
        read.Settings.ShouldBe(record.Settings);
        read.Origin.ShouldBe(record.Origin);
        (read with
        {
            Epochs = record.Epochs, Callbacks = record.Callbacks, CallbackFiles = record.CallbackFiles, Settings = record.Settings, Origin = record.Origin,
        }).ShouldBe(record);
    }

    // As it is written where it is more than an array holds.
    private void PartOptimizer(Action<List<Weight>> change)
    {
        const int LongestPart = 50;
        SafetensorsContent content = WeightFile.Read(Checkpoint);
        var state = (byte[])content.Tensors.Single(static tensor => tensor.Name == "cnngen.optimizer").Values;
        List<Weight> parts = [.. StateTensors.Save("cnngen.optimizer", writer => writer.Write(state), LongestPart)];
        var metadata = new Dictionary<string, string>(content.Metadata);
        parts.ForEach(part => metadata[$"{part.Name}.sha256"] = CheckpointState.Digest((byte[])part.Values));
        change(parts);
        using FileStream stream = File.Create(Checkpoint);
        Safetensors.Write(stream, [.. content.Tensors.Where(static tensor => tensor.Name != "cnngen.optimizer"), .. parts], metadata);
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

    private TrainingOptions Kept(int epochs) =>
        new() { Epochs = epochs, CheckpointDirectory = _folder.Path, Callbacks = [new Recorder { Factor = 0.9 }] };

    private static TrainingHistory Fit(SoftmaxRegression model, TrainingOptions options) => TrainingLoop.Fit(model, Data.Quarters(30), options);

    private static string Error(SoftmaxRegression model, TrainingOptions options) => Should.Throw<CnnGenException>(() => Fit(model, options)).Message;

    private static IEnumerable<double> Losses(TrainingHistory history) => history.Epochs.Select(epoch => epoch.Loss);
}
