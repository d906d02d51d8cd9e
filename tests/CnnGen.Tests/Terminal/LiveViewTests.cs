using System.Diagnostics;
using CnnGen.Terminal;

namespace CnnGen.Tests.Terminal;

public sealed class LiveViewTests : IDisposable
{
    private const string HideCursor = "\u001b[?25l";
    private const string ShowCursor = "\u001b[?25h";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Where_nobody_watches_there_are_plain_lines()
    {
        var screen = new Screen();

        new DrivenTraining(2, 5).Whole(new LiveView(screen));

        screen.Text.ReplaceLineEndings("\n").ShouldBe(
            """
            training on 40 images: 2 epochs of 5 steps, batch size 8, SGD at learning rate 0.5, seed 1
            epoch 1/2: loss 0.8700, accuracy 0.1875, mean absolute error 0.0571, validation loss 2.0000, validation accuracy 0.5000, validation mean absolute error 0.1000, 1,000 images/s, 1.5 s
            epoch 2/2: loss 0.3419, accuracy 0.5000, mean absolute error 0.0161, validation loss 1.0000, validation accuracy 0.7500, validation mean absolute error 0.0500, 1,000 images/s, 1.5 s

            """);
        screen.Drawings.ShouldBe(0);
    }

    [Theory]
    [InlineData(5, "seed 1, going on after epoch 1")]
    [InlineData(7, "seed 1, going on in epoch 2 after step 2")]
    public void Plain_lines_say_where_a_resumed_training_goes_on(int checkpoint, string expected)
    {
        var screen = new Screen();

        new DrivenTraining(2, 5).Resume(new LiveView(screen) { Mode = ViewMode.Plain }, checkpoint, null);

        screen.Text.ReplaceLineEndings("\n").Split('\n')[0].ShouldEndWith(expected);
    }

    [Fact]
    public void Quiet_is_quiet()
    {
        var screen = new Screen();

        new DrivenTraining(2, 5).Whole(new LiveView(screen) { Mode = ViewMode.Quiet });

        screen.Text.ShouldBeEmpty();
    }

    [Fact]
    public void A_live_view_ends_with_the_last_picture_and_gives_the_cursor_back()
    {
        var screen = new Screen(100, 30);

        new DrivenTraining(2, 5).Whole(new LiveView(screen) { Mode = ViewMode.Live });

        screen.Text.ShouldStartWith(HideCursor);
        screen.Text.ShouldEndWith(ShowCursor);
        screen.Text.ShouldContain("epoch 2/2   step 5/5");
        screen.Text.ShouldContain("best epoch 2 (val_accuracy 0.7500)");
        screen.Text.ShouldContain("100 %  0:00 left");
    }

    [Fact]
    public void It_is_drawn_at_most_ten_times_a_second()
    {
        var screen = new Screen();
        var clock = Stopwatch.StartNew();

        new DrivenTraining(1, 1000) { BeforeStep = static () => Thread.Sleep(1) }.Whole(new LiveView(screen) { Mode = ViewMode.Live });

        screen.Drawings.ShouldBeInRange(3, (int)(clock.Elapsed.TotalSeconds * 10) + 3);
    }

    [Fact]
    public void The_key_q_stops_and_asks_for_a_checkpoint()
    {
        var screen = new Screen();
        screen.Press('q');
        DrivenTraining? training = null;
        training = Waiting(() => training!.Last.StopRequested);

        training.Whole(new LiveView(screen) { Mode = ViewMode.Live });

        training.Last.StopReason.ShouldBe(StopReason.Callback);
        training.Last.StopMessage.ShouldBe("stopped by q");
        training.Last.CheckpointRequested.ShouldBeTrue();
        screen.Text.ShouldContain("stops after this step");
    }

    [Fact]
    public void The_key_s_asks_for_a_checkpoint_only()
    {
        var screen = new Screen();
        screen.Press('x');
        screen.Press('S');
        DrivenTraining? training = null;
        training = Waiting(() => training!.Last.CheckpointRequested);

        training.Whole(new LiveView(screen) { Mode = ViewMode.Live });

        training.Last.CheckpointRequested.ShouldBeTrue();
        training.Last.StopRequested.ShouldBeFalse();
        screen.Text.ShouldContain("checkpoint asked for at 0:0");
    }

    [Fact]
    public void A_real_training_stops_by_q_and_can_be_resumed()
    {
        var screen = new Screen();
        screen.Press('q');
        TrainingOptions options = new() { Epochs = 1_000_000, CheckpointDirectory = _folder.Path };

        TrainingHistory history = TrainingLoop.Fit(
            new SoftmaxRegression { Record = false }, Data.Quarters(24), options with { Callbacks = [new LiveView(screen) { Mode = ViewMode.Live }] });

        history.StopMessage.ShouldBe("stopped by q");
        int done = history.Epochs.Count;
        TrainingLoop.Fit(new SoftmaxRegression(), Data.Quarters(24), options with { Epochs = done + 1, Resume = Resume.Always }).Epochs.Count.ShouldBe(done + 1);
    }

    [Fact]
    public void A_failure_gives_the_terminal_back()
    {
        var screen = new Screen();
        var view = new LiveView(screen) { Mode = ViewMode.Live };
        var training = new DrivenTraining();
        training.Until(view, 7);

        view.OnTrainingFailed(training.Last, new InvalidOperationException());

        screen.Text.ShouldEndWith(ShowCursor);
        int drawings = screen.Drawings;
        Thread.Sleep(400);
        screen.Drawings.ShouldBe(drawings);
        view.Dispose();
    }

    [Fact]
    public void Another_size_clears_the_terminal()
    {
        var screen = new Screen(100, 30);
        var clock = Stopwatch.StartNew();
        var training = new DrivenTraining(1, 3)
        {
            BeforeStep = () =>
            {
                int before = screen.Drawings;
                (screen.Profile.Width, screen.Profile.Height) = (40, 10);
                while (screen.Drawings == before && clock.Elapsed < Patience)
                {
                    Thread.Sleep(5);
                }
            },
        };

        training.Whole(new LiveView(screen) { Mode = ViewMode.Live });

        screen.Text.ShouldContain("\u001b[2J");
        string last = screen.Text[screen.Text.LastIndexOf("softmax_regression", StringComparison.Ordinal)..];
        last.Split('\n').Length.ShouldBeLessThanOrEqualTo(10);
    }

    /// <summary>
    /// It only notes the step; what draws is another thread. A look at the clock takes some 25 ns, and the step of a small network a
    /// millisecond. The best of the rounds: others may want the processor.
    /// </summary>
    [Fact]
    public void A_step_costs_the_training_thread_less_than_a_hundred_looks_at_the_clock()
    {
        const int Steps = 20_000, Rounds = 10;
        var screen = new Screen(100, 30);
        var view = new LiveView(screen) { Mode = ViewMode.Live };
        var training = new DrivenTraining(10, 1000);
        training.Until(view, 5500);
        double best = double.MaxValue, clock = double.MaxValue;
        long allocated = 0;
        for (int round = 0; round < Rounds; round++)
        {
            clock = Math.Min(clock, Time(static () => Stopwatch.GetTimestamp()));
            allocated -= GC.GetAllocatedBytesForCurrentThread();
            best = Math.Min(best, Time(() => view.OnBatchEnd(training.Last)));
            allocated += GC.GetAllocatedBytesForCurrentThread();
        }

        view.Dispose();
        best.ShouldBeLessThan(100 * clock);
        (allocated / (double)(Steps * Rounds)).ShouldBeLessThan(8); // a moment now and then, nothing at each step

        static double Time(Action action)
        {
            long began = Stopwatch.GetTimestamp();
            for (int step = 0; step < Steps; step++)
            {
                action();
            }

            return Stopwatch.GetElapsedTime(began).TotalMicroseconds / Steps;
        }
    }

    // Goes on with its steps until something has happened, and a picture more.
    private static DrivenTraining Waiting(Func<bool> happened)
    {
        var clock = Stopwatch.StartNew();
        return new DrivenTraining(1, 400)
        {
            BeforeStep = () =>
            {
                if (!happened() && clock.Elapsed < Patience)
                {
                    Thread.Sleep(10);
                }
            },
        };
    }
}
