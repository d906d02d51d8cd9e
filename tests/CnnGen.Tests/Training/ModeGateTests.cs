namespace CnnGen.Tests;

public sealed class ModeGateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ModeGate _gate = new();
    private readonly List<string> _log = [];

    [Fact]
    public void The_first_one_in_switches_and_the_last_one_out_switches_back()
    {
        using (_gate.Predict(Switch))
        {
            using (_gate.Predict(Switch))
            {
                _log.ShouldBe(["eval"]);
            }

            _log.ShouldBe(["eval"]);
        }

        _log.ShouldBe(["eval", "back"]);
        using (_gate.Train(Switch))
        {
        }

        using (_gate.Weights())
        {
        }

        _log.ShouldBe(["eval", "back", "train", "back"]);
    }

    [Fact]
    public void An_exception_inside_switches_back()
    {
        Should.Throw<FormatException>(() =>
        {
            using ModeGate.Pass pass = _gate.Predict(Switch);
            throw new FormatException();
        });

        _log.ShouldBe(["eval", "back"]);
    }

    /// <summary>It would wait for itself.</summary>
    [Fact]
    public void Nothing_is_done_from_within_a_step()
    {
        using (_gate.Train(Switch))
        {
            Should.Throw<InvalidOperationException>(() => _gate.Predict(Switch)).Message.ShouldContain("from within");
            Should.Throw<InvalidOperationException>(() => _gate.Train(Switch));
            Should.Throw<InvalidOperationException>(() => _gate.Weights());
        }

        using (_gate.Predict(Switch))
        {
        }

        _log.ShouldBe(["train", "back", "eval", "back"]);
    }

    [Fact]
    public void A_switch_that_fails_lets_others_in()
    {
        Should.Throw<FormatException>(() => _gate.Predict(static _ => throw new FormatException()));
        Should.Throw<FormatException>(() => _gate.Train(static _ => throw new FormatException()));

        using (_gate.Train(Switch))
        {
        }

        _log.ShouldBe(["train", "back"]);
    }

    [Fact]
    public async Task A_step_waits_for_a_prediction_and_lets_the_next_one_wait()
    {
        Task step, prediction;
        using var seen = new ManualResetEventSlim();
        using (_gate.Predict(Switch))
        {
            step = Start(() =>
            {
                using ModeGate.Pass pass = _gate.Train(Switch);
            });
            prediction = Start(() =>
            {
                SpinWait.SpinUntil(() => _gate.IsStepWaiting, Patience).ShouldBeTrue();
                seen.Set();
                using ModeGate.Pass pass = _gate.Predict(Switch);
            });
            // Until then nobody lets the step in, so that the prediction cannot come too late to see it wait.
            seen.Wait(Patience).ShouldBeTrue();
        }

        await Task.WhenAll(step, prediction).WaitAsync(Patience);
        _log.ShouldBe(["eval", "back", "train", "back", "eval", "back"]);
    }

    /// <summary>Data that asks the network while it is evaluated would wait for a step that waits for the evaluation.</summary>
    [Fact]
    public async Task A_prediction_within_a_prediction_does_not_wait_for_a_step_that_waits()
    {
        Task step;
        using (_gate.Predict(Switch))
        {
            step = Start(() =>
            {
                using ModeGate.Pass pass = _gate.Train(Switch);
            });
            SpinWait.SpinUntil(() => _gate.IsStepWaiting, Patience).ShouldBeTrue();
            using (_gate.Predict(Switch))
            {
                _log.ShouldBe(["eval"]);
            }

            _log.ShouldBe(["eval"]);
        }

        await step.WaitAsync(Patience);
        _log.ShouldBe(["eval", "back", "train", "back"]);
    }

    /// <summary>It would wait for itself.</summary>
    [Fact]
    public void No_step_and_no_change_of_weights_is_made_from_within_a_prediction()
    {
        using (_gate.Predict(Switch))
        {
            Should.Throw<InvalidOperationException>(() => _gate.Train(Switch)).Message.ShouldContain("from within");
            Should.Throw<InvalidOperationException>(() => _gate.Weights()).Message.ShouldContain("from within");
        }

        using (_gate.Train(Switch))
        {
        }

        _log.ShouldBe(["eval", "back", "train", "back"]);
    }

    [Fact]
    public async Task Nobody_is_inside_during_a_step_and_neither_side_starves()
    {
        const int Turns = 200;
        int inside = 0, steps = 0, predictions = 0;
        bool mixed = false;
        Task[] threads =
        [
            Start(() =>
            {
                for (int turn = 0; turn < Turns || Volatile.Read(ref predictions) < 7 * Turns; turn++)
                {
                    using ModeGate.Pass pass = _gate.Train(static _ => null);
                    mixed |= Interlocked.Increment(ref inside) != 1;
                    Interlocked.Decrement(ref inside);
                    Interlocked.Increment(ref steps);
                }
            }),
            .. Enumerable.Range(0, 7).Select(_ => Start(() =>
            {
                for (int turn = 0; turn < Turns || Volatile.Read(ref steps) < Turns; turn++)
                {
                    using ModeGate.Pass pass = _gate.Predict(static _ => null);
                    Interlocked.Add(ref inside, 100);
                    mixed |= Volatile.Read(ref inside) % 100 != 0;
                    Interlocked.Add(ref inside, -100);
                    Interlocked.Increment(ref predictions);
                }
            })),
        ];

        await Task.WhenAll(threads).WaitAsync(Patience);
        mixed.ShouldBeFalse();
    }

    private static Task Start(Action action) => Task.Factory.StartNew(action, TaskCreationOptions.LongRunning);

    private Action? Switch(bool toTraining)
    {
        _log.Add(toTraining ? "train" : "eval");
        return () => _log.Add("back");
    }
}
