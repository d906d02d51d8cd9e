using System.Text.RegularExpressions;

namespace CnnGen.Tests;

/// <summary>Callbacks of a training that goes on: each takes over its own state, whatever stands beside it now.</summary>
public sealed partial class ResumedCallbacksTests : IDisposable
{
    private const int Epochs = 6;

    private static readonly double[] s_losses = [1, 0.5, 0.9, 0.8, 0.7, 0.6];

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    private string Checkpoint => _folder.File("run/checkpoint.safetensors");

    public void Dispose() => _folder.Dispose();

    /// <summary>E for early stopping, J and T for the logs, V for a view without a state, P for a plateau that was not there before.</summary>
    [Theory]
    [InlineData("EJT")]
    [InlineData("VEJT")]
    [InlineData("TJE")]
    [InlineData("JVPTVE")]
    public void A_callback_takes_over_its_state_wherever_it_stands(string order)
    {
        SoftmaxRegression whole = Model();
        TrainingHistory expected = Fit(whole, new() { Callbacks = Callbacks("EJT", "whole") });

        Fit(Model(), Kept(3) with { Callbacks = Callbacks("EJT", "broken") });
        SoftmaxRegression resumed = Model();
        TrainingHistory history = Fit(resumed, Kept(Epochs) with { Callbacks = Callbacks(order, "broken"), Resume = Resume.Always });

        _warnings.ShouldBeEmpty();
        history.StopMessage.ShouldBe(expected.StopMessage);
        history.StopMessage.ShouldBe("loss has not become better since epoch 2 (0.5)");
        resumed.Kernel.ShouldBe(whole.Kernel);
        WithoutTimes("broken/training.jsonl").ShouldBe(WithoutTimes("whole/training.jsonl"));
        Events("broken").ShouldBe(Events("whole"));
    }

    [Fact]
    public void Of_two_logs_each_goes_on_with_its_own_file()
    {
        Fit(Model(), new() { Callbacks = [Log("whole1.jsonl", 1), Log("whole2.jsonl", 2)] });

        Fit(Model(), Kept(3) with { Callbacks = [Log("one.jsonl", 1), Log("two.jsonl", 2)] });
        Fit(Model(), Kept(Epochs) with { Callbacks = [Log("new.jsonl", 0), Log("two.jsonl", 2), Log("one.jsonl", 1)], Resume = Resume.Always });

        _warnings.ShouldBeEmpty();
        WithoutTimes("one.jsonl").ShouldBe(WithoutTimes("whole1.jsonl"));
        WithoutTimes("two.jsonl").ShouldBe(WithoutTimes("whole2.jsonl"));
        File.ReadAllLines(_folder.File("new.jsonl")).Length.ShouldBe(Epochs);
    }

    [Fact]
    public void Of_one_type_the_first_takes_what_the_first_wrote()
    {
        Fit(Model(), Kept(1) with { Callbacks = [new Named("a"), new Recorder(), new Named("b")] });

        Named[] named = [new("c"), new("d"), new("e")];
        Fit(Model(), Kept(2) with { Callbacks = [new Recorder(), .. named], Resume = Resume.Always });

        named.Select(callback => callback.Before).ShouldBe(["a", "b", null]);
        _warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_state_that_nobody_takes_over_is_told()
    {
        Fit(Model(), Kept(1) with { Callbacks = [new Recorder(), new Named("a"), Log("one.jsonl", 1), new Named("b")] });

        Fit(Model(), Kept(2) with { Callbacks = [new Named("c")], Resume = Resume.Always });

        string end = "The next checkpoint is without it; give the callback too to go on with it.";
        _warnings.ShouldBe(
        [
            $"{Checkpoint} has the state of a callback that this training has not: CnnGen.JsonLinesLog ({_folder.File("one.jsonl")}). {end}",
            $"{Checkpoint} has the state of a callback that this training has not: {typeof(Named).FullName}. {end}",
        ]);
    }

    [Fact]
    public void A_checkpoint_that_does_not_say_the_logs_files_is_gone_on_from()
    {
        Fit(Model(), new() { Callbacks = Callbacks("EJT", "whole") });
        Fit(Model(), Kept(3) with { Callbacks = Callbacks("EJT", "broken") });
        SafetensorsContent content = WeightFile.Read(Checkpoint);
        string record = Files().Replace(content.Metadata["cnngen.training"], "");
        record.ShouldNotBe(content.Metadata["cnngen.training"]);
        AtomicFile.Write(Checkpoint, stream => Safetensors.Write(
            stream, content.Tensors, new Dictionary<string, string>(content.Metadata) { ["cnngen.training"] = record }));

        Fit(Model(), Kept(Epochs) with { Callbacks = Callbacks("VTEJ", "broken"), Resume = Resume.Always });

        _warnings.ShouldBeEmpty();
        WithoutTimes("broken/training.jsonl").ShouldBe(WithoutTimes("whole/training.jsonl"));
        Events("broken").ShouldBe(Events("whole"));
    }

    /// <summary>Broken off again or not: what it has waited for the baseline counts from where it came in.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Early_stopping_that_comes_later_has_its_whole_patience_for_the_baseline(int brokenAt)
    {
        EarlyStopping Stopping() => new() { Measure = EpochMeasure.Loss, Patience = 2, Baseline = 0.05 };
        Fit(Model(), Kept(3));
        Fit(Model(), Kept(brokenAt) with { Callbacks = [Stopping()], Resume = Resume.Always });

        TrainingHistory history = Fit(Model(), Kept(Epochs) with { Callbacks = [Stopping()], Resume = Resume.Always });

        history.Epochs.Count.ShouldBe(5);
        history.StopMessage.ShouldBe("loss has not become better than 0.05");
    }

    [Fact]
    public void Early_stopping_that_comes_later_is_held_to_its_baseline_and_finds_what_is_better()
    {
        Fit(Model(), Kept(3));
        var stopping = new EarlyStopping { Measure = EpochMeasure.Loss, Patience = 2, Baseline = 0.75 };

        Fit(Model(), Kept(5) with { Callbacks = [stopping], Resume = Resume.Always }).StopReason.ShouldBe(StopReason.Completed);

        stopping.BestEpoch.ShouldBe(5);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(0, 0.25)]
    public void A_state_of_early_stopping_from_before_is_read(int bestEpoch, double best)
    {
        using var state = new MemoryStream();
        var writer = new BinaryWriter(state);
        writer.Write(best);
        writer.Write(bestEpoch);
        writer.Write(false);
        var stopping = new EarlyStopping { Measure = EpochMeasure.Loss, Patience = 100, Baseline = 0.01 };

        // None of its losses is below 0.1.
        new DrivenTraining().Resume(stopping, 11, state.ToArray());

        stopping.BestEpoch.ShouldBe(bestEpoch);
    }

    [Fact]
    public void A_callback_that_is_used_again_remembers_nothing_of_another_training()
    {
        var stopping = new EarlyStopping { Measure = EpochMeasure.Loss, Patience = 5 };
        var plateau = new ReduceOnPlateau { Measure = EpochMeasure.Loss, Patience = 2, MinDelta = 0 };
        TrainingOptions other = new() { CheckpointDirectory = _folder.File("other"), Callbacks = [stopping, plateau], Resume = Resume.IfPresent };
        Fit(new SoftmaxRegression { Fault = _ => 0.1 }, other with { Epochs = 1 });
        Fit(new SoftmaxRegression { Fault = _ => 0.1 }, other with { Epochs = 2 });
        Fit(Model(), Kept(3));

        TrainingHistory history = Fit(Model(), Kept(Epochs) with { Callbacks = [stopping, plateau], Resume = Resume.Always });

        stopping.BestEpoch.ShouldBe(Epochs);
        history.Last!.LearningRate.ShouldBe(0.5);
    }

    private static SoftmaxRegression Model() => new() { Fault = static step => s_losses[(int)((step - 1) / 4)] };

    private TrainingHistory Fit(SoftmaxRegression model, TrainingOptions options) =>
        TrainingLoop.Fit(model, Data.Quarters(30), options with { Epochs = options.Epochs ?? Epochs, Warn = _warnings.Add });

    private TrainingOptions Kept(int epochs) => new() { Epochs = epochs, CheckpointDirectory = _folder.File("run") };

    private IReadOnlyList<TrainingCallback> Callbacks(string order, string folder) => [.. order.Select(letter => (TrainingCallback)(letter switch
    {
        'E' => new EarlyStopping { Measure = EpochMeasure.Loss, Patience = 3 },
        'J' => Log(folder + "/training.jsonl", 3),
        'T' => new TensorBoardLog(_folder.File(folder + "/tensorboard")) { EverySteps = 3, Time = new FixedTime(), Warn = _warnings.Add },
        'P' => new ReduceOnPlateau { Measure = EpochMeasure.Loss, Patience = 100 },
        _ => new Recorder(),
    }))];

    private JsonLinesLog Log(string name, int everySteps) => new(_folder.File(name)) { EverySteps = everySteps, Warn = _warnings.Add };

    private byte[] Events(string folder) => File.ReadAllBytes(Directory.GetFiles(_folder.File(folder + "/tensorboard")).ShouldHaveSingleItem());

    private string WithoutTimes(string name) => Times().Replace(File.ReadAllText(_folder.File(name)), "");

    [GeneratedRegex(",\"(seconds|images_per_second)\":[^,}]+")]
    private static partial Regex Times();

    [GeneratedRegex(",\"callback_files\":\\[[^\\]]*\\]")]
    private static partial Regex Files();

    /// <summary>Keeps its name, and knows that of the one whose state it took over.</summary>
    private sealed class Named(string name) : TrainingCallback
    {
        public string? Before { get; private set; }

        public override void SaveState(BinaryWriter writer) => writer.Write(name);

        public override void LoadState(BinaryReader reader) => Before = reader.ReadString();
    }
}
