namespace CnnGen.Tests;

public sealed class SharedRandomTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task One_thread_after_the_other_holds_it()
    {
        int inside = 0;
        int most = 0;
        Task[] threads = [.. Enumerable.Range(0, 4).Select(_ => Start(() =>
        {
            for (int turn = 0; turn < 200; turn++)
            {
                using SharedRandom.Hold hold = SharedRandom.Enter();
                most = Math.Max(most, ++inside);
                Thread.Yield();
                inside--;
            }
        }))];

        await Task.WhenAll(threads).WaitAsync(Patience);
        most.ShouldBe(1);
    }

    /// <summary>A step in whose hook another network is trained.</summary>
    [Fact]
    public async Task A_thread_that_holds_it_may_take_it_again()
    {
        Task other;
        using (SharedRandom.Enter())
        {
            using (SharedRandom.Enter())
            {
            }

            other = Start(EnterAndLeave);
            Thread.Sleep(50);
            other.IsCompleted.ShouldBeFalse();
        }

        await other.WaitAsync(Patience);
    }

    /// <summary>A prediction in whose hook a network is trained, while another thread's step waits for the prediction's end.</summary>
    [Fact]
    public async Task Who_is_in_a_network_that_the_holder_waits_for_goes_without()
    {
        var gate = new ModeGate();
        using var isPredicting = new ManualResetEventSlim();
        Task predicting = Start(() =>
        {
            using ModeGate.Pass pass = gate.Predict(static _ => null);
            isPredicting.Set();
            SpinWait.SpinUntil(() => gate.IsStepWaiting, Patience).ShouldBeTrue();
            using SharedRandom.Hold hold = SharedRandom.Enter();
        });
        Task training = Start(() =>
        {
            isPredicting.Wait(Patience).ShouldBeTrue();
            using SharedRandom.Hold hold = SharedRandom.Enter();
            using ModeGate.Pass pass = gate.Train(static _ => null);
        });

        await Task.WhenAll(predicting, training).WaitAsync(Patience);
        await Start(EnterAndLeave).WaitAsync(Patience);
    }

    /// <summary>A step whose loss asks a teacher that is trained at the same time.</summary>
    [Fact]
    public async Task Who_holds_it_may_predict_with_a_network_that_waits_for_it()
    {
        var teacher = new ModeGate();
        using var isHeld = new ManualResetEventSlim();
        Task student = Start(() =>
        {
            using SharedRandom.Hold hold = SharedRandom.Enter();
            using ModeGate.Pass step = new ModeGate().Train(static _ => null);
            isHeld.Set();
            Thread.Yield();
            using ModeGate.Pass pass = teacher.Predict(static _ => null);
        });
        Task training = Start(() =>
        {
            isHeld.Wait(Patience).ShouldBeTrue();
            using SharedRandom.Hold hold = SharedRandom.Enter();
            using ModeGate.Pass pass = teacher.Train(static _ => null);
        });

        await Task.WhenAll(student, training).WaitAsync(Patience);
    }

    private static void EnterAndLeave()
    {
        using SharedRandom.Hold hold = SharedRandom.Enter();
    }

    private static Task Start(Action action) => Task.Factory.StartNew(action, TaskCreationOptions.LongRunning);
}
