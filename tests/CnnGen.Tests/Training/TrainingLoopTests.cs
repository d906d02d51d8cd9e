namespace CnnGen.Tests;

public sealed class TrainingLoopTests
{
    [Fact]
    public void A_model_learns()
    {
        var model = new SoftmaxRegression();

        TrainingHistory history = TrainingLoop.Fit(model, Data.Quarters(90), new TrainingOptions { Epochs = 12, Validation = Data.Quarters(30, seed: 2) });

        history.Epochs.Select(epoch => epoch.Epoch).ShouldBe(Enumerable.Range(1, 12));
        history.Epochs[^1].Loss.ShouldBeLessThan(history.Epochs[0].Loss / 2);
        history.Last!.ValidationAccuracy.ShouldBe(1);
        history.StopReason.ShouldBe(StopReason.Completed);
        Evaluation.Evaluate(model, Data.Quarters(30, seed: 2)).Accuracy.ShouldBe(1);
    }

    [Fact]
    public void An_epoch_sees_every_image_once_and_the_last_batch_is_what_is_left()
    {
        var model = new SoftmaxRegression(1, 1, 21);

        TrainingLoop.Fit(model, Data.Numbered(21), new TrainingOptions { Epochs = 2 });

        model.Trained.Select(batch => batch.Length).ShouldBe([8, 8, 5, 8, 8, 5]);
        model.Trained.Take(3).SelectMany(batch => batch).Order().ShouldBe(Enumerable.Range(0, 21).Select(i => (long)i));
        model.Trained.Skip(3).SelectMany(batch => batch).Order().ShouldBe(Enumerable.Range(0, 21).Select(i => (long)i));
    }

    [Fact]
    public void The_order_follows_from_the_seed_and_the_epoch()
    {
        long[][] first = Order(new TrainingOptions { Seed = 5, Epochs = 3 });

        Order(new TrainingOptions { Seed = 5, Epochs = 3 }).ShouldBe(first);
        Order(new TrainingOptions { Seed = 6, Epochs = 3 })[0].ShouldNotBe(first[0]);
        first[0].ShouldNotBe(first[1]);
        first[1].ShouldNotBe(first[2]);
    }

    [Fact]
    public void Without_shuffling_the_order_is_that_of_the_data()
    {
        long[][] order = Order(new TrainingOptions { Shuffle = false, Epochs = 2 });

        order.ShouldAllBe(epoch => epoch.SequenceEqual(Enumerable.Range(0, 21).Select(i => (long)i)));
    }

    [Fact]
    public void Without_a_seed_each_training_has_its_own()
    {
        var run = new Recorder();
        var model = new SoftmaxRegression { Settings = new SoftmaxRegression().Settings with { Seed = null } };

        TrainingLoop.Fit(model, Data.Quarters(9), new TrainingOptions { Callbacks = [run] });
        int? first = run.Settings!.Seed;
        TrainingLoop.Fit(model, Data.Quarters(9), new TrainingOptions { Callbacks = [run] });

        first.ShouldNotBeNull();
        run.Settings.Seed.ShouldNotBe(first);
    }

    [Fact]
    public void A_validation_split_takes_the_last_images_before_shuffling()
    {
        var model = new SoftmaxRegression(1, 1, 21);
        var run = new Recorder();

        TrainingLoop.Fit(model, Data.Numbered(21), new TrainingOptions { ValidationSplit = 0.3, Epochs = 1, Callbacks = [run] });

        model.Trained.SelectMany(batch => batch).Order().ShouldBe(Enumerable.Range(0, 14).Select(i => (long)i));
        run.Results[0].Validation!.Count.ShouldBe(7);
    }

    [Fact]
    public void Validation_images_take_the_place_of_a_split()
    {
        var model = new SoftmaxRegression { Settings = new SoftmaxRegression().Settings with { ValidationSplit = 0.5 } };
        var run = new Recorder();

        TrainingLoop.Fit(model, Data.Quarters(12), new TrainingOptions { Validation = Data.Quarters(5), Epochs = 1, Callbacks = [run] });

        run.Images.ShouldBe(12);
        run.Results[0].Validation!.Count.ShouldBe(5);
    }

    [Fact]
    public void Measures_are_means_over_images_not_over_batches()
    {
        var model = new SoftmaxRegression(noise: 0);
        ImageDataset data = Data.Quarters(11);

        TrainingHistory history = TrainingLoop.Fit(model, data, new TrainingOptions { Epochs = 1, BatchSize = 11, LearningRate = 1e-9, Validation = data });
        EvaluationResult small = Evaluation.Evaluate(model, data, 4);

        history.Last!.Loss.ShouldBe(small.Loss, 1e-6);
        history.Last.Validation!.Loss.ShouldBe(small.Loss, 1e-6);
        small.Count.ShouldBe(11);
        small.Top5Accuracy.ShouldBe(1);
        small.MeanAbsoluteError!.Value.ShouldBe(0.25, 1e-12);
        history.Last.ImagesPerSecond.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Measures_that_were_not_asked_for_are_absent()
    {
        var model = new SoftmaxRegression { Metrics = Metrics.None };

        EpochResult epoch = TrainingLoop.Fit(model, Data.Quarters(9)).Last!;

        epoch.Accuracy.ShouldBeNull();
        epoch.Top5Accuracy.ShouldBeNull();
        epoch.MeanAbsoluteError.ShouldBeNull();
        epoch.ValidationLoss.ShouldBeNull();
    }

    [Fact]
    public void Callbacks_hear_of_everything_in_order()
    {
        var run = new Recorder();

        TrainingLoop.Fit(new SoftmaxRegression(), Data.Quarters(12), new TrainingOptions { Epochs = 2, Callbacks = [run] });

        run.Events.ShouldBe(["start", "epoch 1", "step 1/2", "step 2/2", "end of epoch 1", "epoch 2", "step 1/2", "step 2/2", "end of epoch 2", "end"]);
        run.MeanLoss.ShouldBe(run.Results[1].Loss);
    }

    [Fact]
    public void A_callback_can_end_training_within_an_epoch()
    {
        var run = new Recorder { StopAt = "step 2/4" };

        TrainingHistory history = TrainingLoop.Fit(new SoftmaxRegression(), Data.Quarters(32), new TrainingOptions { Callbacks = [run] });

        history.StopMessage.ShouldBe("enough");
        history.Epochs.Count.ShouldBe(1);
        run.Events[^3..].ShouldBe(["step 2/4", "end of epoch 1", "end"]);
    }

    [Theory]
    [InlineData("start", 0)]
    [InlineData("epoch 1", 0)]
    [InlineData("end of epoch 2", 2)]
    public void A_callback_can_end_training_between_epochs(string where, int epochs)
    {
        var run = new Recorder { StopAt = where };

        TrainingHistory history = TrainingLoop.Fit(new SoftmaxRegression(), Data.Quarters(32), new TrainingOptions { Callbacks = [run] });

        history.Epochs.Count.ShouldBe(epochs);
        run.Events[^1].ShouldBe("end");
    }

    [Fact]
    public void A_callback_can_change_the_learning_rate()
    {
        var run = new Recorder { Factor = 0.5 };

        TrainingHistory history = TrainingLoop.Fit(new SoftmaxRegression(), Data.Quarters(9), new TrainingOptions { LearningRate = 0.8, Callbacks = [run] });

        history.Epochs.Select(epoch => epoch.LearningRate).ShouldBe([0.8, 0.4, 0.2]);
    }

    [Fact]
    public void A_step_takes_no_memory()
    {
        var model = new SoftmaxRegression { Record = false };
        var meter = new MemoryMeter();

        TrainingLoop.Fit(model, Data.Quarters(800), new TrainingOptions { Epochs = 2, Callbacks = [meter] });

        meter.BytesBetweenSteps.ShouldBe(0);
    }

    [Fact]
    public void Cancelling_ends_training_between_steps()
    {
        using var source = new CancellationTokenSource();
        var model = new SoftmaxRegression();
        model.Fault = step => { if (step == 3) { source.Cancel(); } return null; };

        TrainingHistory history = TrainingLoop.Fit(model, Data.Quarters(80), new TrainingOptions { CancellationToken = source.Token });

        history.StopReason.ShouldBe(StopReason.Cancelled);
        history.StopMessage.ShouldBe("it was cancelled");
        history.Epochs.ShouldBeEmpty();
        model.Trained.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void A_loss_that_is_not_finite_brings_the_last_good_epoch_back(double loss, string text)
    {
        SoftmaxRegression good = Trained(epochs: 2);
        var model = new SoftmaxRegression { Fault = step => step == 24 ? loss : null };

        DivergedException error = Should.Throw<DivergedException>(() =>
            TrainingLoop.Fit(model, Data.Quarters(80), new TrainingOptions { Epochs = 5 }));

        model.Kernel.ShouldBe(good.Kernel);
        (error.Epoch, error.Step, error.LearningRate).ShouldBe((3, 4, 0.5));
        error.History.Epochs.Select(static epoch => epoch.Epoch).ShouldBe([1, 2]);
        error.Message.ShouldBe($"Training diverged in epoch 3, step 4 of 10: the loss is {text} at learning rate 0.5. "
            + "The model has the weights of the end of epoch 2 again; try a learning rate of 0.01 or less.");
    }

    [Fact]
    public void Divergence_in_the_first_epoch_brings_the_start_weights_back()
    {
        var model = new SoftmaxRegression { Fault = step => step == 4 ? double.NaN : null };
        model.Kernel.AsSpan().Fill(0.25f);

        DivergedException error = Should.Throw<DivergedException>(() => TrainingLoop.Fit(model, Data.Quarters(80)));

        model.Kernel.ShouldAllBe(value => value == 0.25f);
        error.Message.ShouldContain("The model has its start weights again");
    }

    [Fact]
    public void Weights_that_the_last_step_spoiled_are_not_kept()
    {
        SoftmaxRegression good = Trained(epochs: 1);
        var model = new SoftmaxRegression();
        var spoiler = new Recorder { At = ("step 10/10", () => model.Kernel[3] = model.Trained.Count == 20 ? float.NaN : model.Kernel[3]) };

        DivergedException error = Should.Throw<DivergedException>(() =>
            TrainingLoop.Fit(model, Data.Quarters(80), new TrainingOptions { Callbacks = [spoiler] }));

        model.Kernel.ShouldBe(good.Kernel);
        error.Message.ShouldContain("a weight is no longer finite");
    }

    [Fact]
    public void Settings_that_make_no_sense_are_refused()
    {
        Refused(new() { Epochs = 0 }).ShouldBe("The number of epochs is 0; it must be at least 1.");
        Refused(new() { BatchSize = 0 }).ShouldBe("The batch size is 0; it must be at least 1.");
        Refused(new() { LearningRate = -1 }).ShouldBe("The learning rate is -1; it must be above 0 and finite.");
        Refused(new() { LearningRate = double.NaN }).ShouldBe("The learning rate is NaN; it must be above 0 and finite.");
        Refused(new() { ValidationSplit = 1 }).ShouldBe("The validation split is 1; it must be at least 0 and below 1.");
        Refused(new() { ValidationSplit = 0.99999 }).ShouldBe("A validation split of 0.99999 leaves 0 examples to train and 9 to validate.");
        Refused(new() { Resume = Resume.Always }).ShouldBe("To resume, TrainingOptions.CheckpointDirectory must name the folder of the checkpoint.");

        static string Refused(TrainingOptions options) =>
            Should.Throw<CnnGenException>(() => TrainingLoop.Fit(new SoftmaxRegression(), Data.Quarters(9), options)).Message;
    }

    [Fact]
    public void Data_that_does_not_fit_the_model_is_refused()
    {
        Refused(Data.Quarters(0)).ShouldBe("There are no examples for softmax_regression: the data set is empty.");
        Refused(Data.Numbered(3)).ShouldBe("softmax_regression takes images of 4×4×1 (height×width×channels), not of 1×1×1.");
        Refused(ImageDataset.FromLabels(1, 4, 4, 3, new byte[16], new int[1])).ShouldBe("softmax_regression takes images of 4×4×1 (height×width×channels), "
            + "not of 1×4×4. Give height, width and channels in this order, and say by the format that the channels come first.");
        Refused(ImageDataset.FromLabels(4, 4, 1, 10, new byte[16], new int[1]))
            .ShouldBe("softmax_regression gives 3 values an example, but the data set has 10 classes.");
        Refused(ImageDataset.FromTargets(4, 4, 1, 3, LabelKind.OneHot, new byte[16], new float[] { 1, 0, 0 }))
            .ShouldBe("softmax_regression is trained with SparseCategoricalCrossentropy, which does not fit labels of the kind OneHot.");

        static string Refused(ImageDataset data) =>
            Should.Throw<CnnGenException>(() => TrainingLoop.Fit(new SoftmaxRegression(), data)).Message;
    }

    [Theory]
    [InlineData(new float[] { 0, 0, 0 }, "0")]
    [InlineData(new float[] { 1, 1, 0 }, "2")]
    public void A_vector_that_is_not_one_hot_is_named_by_its_example(float[] target, string sum)
    {
        float[] targets = [1, 0, 0, 0.25f, 0.5f, 0.25f, .. target];
        ImageDataset data = ImageDataset.FromTargets(4, 4, 1, 3, LabelKind.OneHot, new byte[48], targets);

        Should.Throw<CnnGenException>(() => TrainingLoop.Fit(OneHot(Loss.CategoricalCrossentropy), data, new TrainingOptions { ValidationSplit = 0.4 }))
            .Message.ShouldStartWith($"The target of example 2 is no one-hot vector: its values sum up to {sum}, expected 1.");
        Should.Throw<CnnGenException>(() => Evaluation.Evaluate(OneHot(Loss.CategoricalCrossentropy), data)).Message.ShouldContain("example 2");
    }

    [Fact]
    public void A_target_that_was_spoilt_later_is_found_before_training()
    {
        var targets = new float[] { 1, 0, 0, 0, 1, 0 };
        ImageDataset data = ImageDataset.FromTargets(4, 4, 1, 3, LabelKind.OneHot, new byte[32], targets);
        targets[3] = float.NaN;

        Should.Throw<CnnGenException>(() => TrainingLoop.Fit(OneHot(Loss.BinaryCrossentropy), data)).Message
            .ShouldBe("The target of example 1 has the value NaN at place 0: targets are finite numbers.");
    }

    [Theory]
    [InlineData(0.4, "No example of classes 3, 4 is trained with, but some are validated with: the validation split of 40 % takes the last examples as they are. "
        + "Shuffle the data before, by Dataset.Shuffle, or give TrainingOptions.Validation.")]
    [InlineData(0.05, "The labels are sorted, so the validation split of 5 % measures nothing of classes 0, 1, 2, 3. "
        + "Shuffle the data before, by Dataset.Shuffle, or give TrainingOptions.Validation.")]
    public void A_split_of_sorted_labels_is_told_of_before_training(double split, string expected)
    {
        List<string> heard = [];
        var run = new Recorder { At = ("start", () => heard.Add("start")) };
        ImageDataset sorted = Sorted(classes: 5, each: 10);
        TrainingOptions options = new() { Epochs = 1, ValidationSplit = split, Callbacks = [run], Warn = heard.Add };

        TrainingLoop.Fit(new SoftmaxRegression(1, 1, 5), sorted, options);
        TrainingLoop.Fit(new SoftmaxRegression(1, 1, 5), sorted.Shuffle(1), options with { ValidationSplit = 0.4 });

        heard.ShouldBe([expected, "start", "start"]);
    }

    [Fact]
    public void Validation_images_of_classes_that_are_not_trained_are_told_of()
    {
        List<string> heard = [];
        ImageDataset sorted = Sorted(classes: 3, each: 5);

        TrainingLoop.Fit(new SoftmaxRegression(1, 1, 3), sorted.Take(10), new TrainingOptions { Epochs = 1, Validation = sorted, Warn = heard.Add });

        heard.ShouldBe(["No example of class 2 is trained with, but some are validated with: the data to train with has none of them. "
            + "Shuffle the data before a part is taken of it."]);
    }

    [Fact]
    public void Classes_of_one_hot_vectors_are_looked_at_too()
    {
        ImageDataset data = ImageDataset.FromTargets(1, 1, 1, 2, LabelKind.OneHot, new byte[4], new float[] { 1, 0, 1, 0, 0, 1, 0, 1 });

        ClassCoverage.Warning(data.Take(2), data.Skip(2), 0.5)!.ShouldStartWith("No example of class 1 is trained with");
        ClassCoverage.Warning(data.Take(3), data.Skip(3), 0.25).ShouldBeNull();
    }

    private static SoftmaxRegression OneHot(Loss loss) => new() { Loss = loss };

    private static ImageDataset Sorted(int classes, int each) => ImageDataset.FromLabels(
        1, 1, 1, classes, new byte[classes * each], Enumerable.Range(0, classes * each).Select(i => i / each).ToArray());

    private static SoftmaxRegression Trained(int epochs)
    {
        var model = new SoftmaxRegression();
        TrainingLoop.Fit(model, Data.Quarters(80), new TrainingOptions { Epochs = epochs });
        return model;
    }

    private static long[][] Order(TrainingOptions options)
    {
        var model = new SoftmaxRegression(1, 1, 21);
        TrainingLoop.Fit(model, Data.Numbered(21), options);
        return [.. model.Trained.Chunk(3).Select(epoch => epoch.SelectMany(batch => batch).ToArray())];
    }

    private sealed class MemoryMeter : TrainingCallback
    {
        private long _last;

        public long BytesBetweenSteps { get; private set; }

        public override void OnEpochStart(TrainingRun run) => _last = 0;

        public override void OnBatchEnd(TrainingRun run)
        {
            long now = GC.GetAllocatedBytesForCurrentThread();
            BytesBetweenSteps += _last == 0 ? 0 : now - _last;
            _last = now;
        }
    }
}
