namespace CnnGen.Tests;

public sealed class KeptCheckpointsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_last_ones_stay_and_the_newest_has_a_name_of_its_own()
    {
        Fit(new SoftmaxRegression(), new() { Epochs = 5, Keep = Checkpoints.Last(3) });

        _folder.Names().ShouldBe(["checkpoint-000012.safetensors", "checkpoint-000016.safetensors", "checkpoint.safetensors"]);
    }

    [Fact]
    public void A_training_goes_on_from_the_one_before_if_the_newest_is_damaged()
    {
        var whole = new SoftmaxRegression();
        Fit(whole, new() { Epochs = 5, Keep = Checkpoints.Last(2) });
        _folder.Write("checkpoint.safetensors", [1, 2, 3]);
        List<string> heard = [];

        var resumed = new SoftmaxRegression();
        Fit(resumed, new() { Epochs = 5, Keep = Checkpoints.Last(2), Resume = Resume.Always, Warn = heard.Add });

        resumed.Kernel.ShouldBe(whole.Kernel);
        resumed.Trained.Count.ShouldBe(4);
        heard.Single().ShouldEndWith($"Training goes on from {_folder.File("checkpoint-000016.safetensors")}.");
    }

    [Fact]
    public void A_training_goes_on_where_a_kill_between_two_names_left_no_newest()
    {
        Fit(new SoftmaxRegression(), new() { Epochs = 2, Keep = Checkpoints.Last(2) });
        File.Delete(_folder.File("checkpoint.safetensors"));

        var resumed = new SoftmaxRegression();
        Fit(resumed, new() { Epochs = 2, Keep = Checkpoints.Last(2), Resume = Resume.IfPresent });

        resumed.Trained.Count.ShouldBe(4);
    }

    [Fact]
    public void The_weights_of_the_best_epoch_stay_too()
    {
        double[] losses = [0.9, 0.3, 0.5, 0.4];
        List<float[]> kernels = [];
        var model = new SoftmaxRegression { Fault = step => losses[(int)((step - 1) / 4)] };
        var recorder = new Recorder { At = ("end of epoch 2", () => kernels.Add([.. model.Kernel])) };

        Fit(model, new() { Epochs = 4, Keep = Checkpoints.Last(1) + Checkpoints.Best(EpochMeasure.Loss), Callbacks = [recorder] });

        _folder.Names().ShouldBe(["best.safetensors", "checkpoint.safetensors"]);
        var best = new SoftmaxRegression();
        WeightFile.Load(best, _folder.File("best.safetensors"));
        best.Kernel.ShouldBe(kernels[0]);
        WeightFile.Read(_folder.File("best.safetensors")).Metadata["epoch"].ShouldBe("2");
    }

    [Fact]
    public void The_best_is_still_the_best_after_a_resume()
    {
        double[] losses = [0.9, 0.3, 0.5, 0.4];
        SoftmaxRegression Model() => new() { Fault = step => losses[(int)((step - 1) / 4)] };
        TrainingOptions options = new() { Keep = Checkpoints.Best(EpochMeasure.Loss) };

        Fit(Model(), options with { Epochs = 2 });
        byte[] best = File.ReadAllBytes(_folder.File("best.safetensors"));
        Fit(Model(), options with { Epochs = 4, Resume = Resume.Always });

        File.ReadAllBytes(_folder.File("best.safetensors")).ShouldBe(best);
    }

    [Fact]
    public void A_fresh_training_leaves_nothing_of_the_one_before()
    {
        Fit(new SoftmaxRegression(), new() { Epochs = 4, Keep = Checkpoints.Last(3) + Checkpoints.Best(EpochMeasure.Loss) });
        Fit(new SoftmaxRegression(), new() { Epochs = 1 });

        _folder.Names().ShouldBe(["checkpoint.safetensors"]);
    }

    [Fact]
    public void What_cannot_be_the_best_is_refused()
    {
        Should.Throw<CnnGenException>(() => Fit(new SoftmaxRegression(), new() { Keep = Checkpoints.Best(EpochMeasure.ValidationAccuracy) }))
            .Message.ShouldBe("The best checkpoint watches val_accuracy, but there are no validation images: set TrainingOptions.Validation or a split.");
        Should.Throw<ArgumentException>(() => Checkpoints.Best("a") + Checkpoints.Best("b")).Message.ShouldStartWith("The best is by one measure, not by a and b.");
        Should.Throw<CnnGenException>(() => TrainingLoop.Fit(new SoftmaxRegression(), Data.Quarters(9), new() { Keep = Checkpoints.Best(EpochMeasure.Loss) }))
            .Message.ShouldBe("To keep the best weights, TrainingOptions.CheckpointDirectory must name the folder for them.");
    }

    [Fact]
    public void A_checkpoint_that_a_callback_asks_for_is_written_after_the_step()
    {
        var saver = new Saver();
        TrainingHistory history = new();

        Should.Throw<InvalidOperationException>(() => Fit(
            new SoftmaxRegression { Fault = step => step == 4 ? throw new InvalidOperationException() : null },
            new() { Epochs = 2, Callbacks = [saver], History = history }));

        var resumed = new SoftmaxRegression();
        Fit(resumed, new() { Epochs = 2, Resume = Resume.Always, Callbacks = [saver] });
        resumed.Trained.Count.ShouldBe(8 - 3);
    }

    private TrainingHistory Fit(SoftmaxRegression model, TrainingOptions options) =>
        TrainingLoop.Fit(model, Data.Quarters(30), options with { CheckpointDirectory = _folder.Path });

    private sealed class Saver : TrainingCallback
    {
        public override void OnBatchEnd(TrainingRun run)
        {
            if (run.StepsDone == 3)
            {
                run.RequestCheckpoint();
            }
        }
    }
}
