using System.Runtime.ExceptionServices;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Work cut into numbered parts. What a part computes may depend on its number alone, never on who runs it.</summary>
internal interface IWork
{
    void Run(int part);
}

/// <summary>
/// Runs the parts of a kernel on the calling thread and on persistent helpers.
/// Which thread takes which part is left to chance; since each part writes its own memory, the result is not.
/// </summary>
internal static unsafe class WorkTeam
{
    private static readonly Lock Entry = new();
    private static int _threads = Environment.ProcessorCount;
    private static Team? _team;

    [ThreadStatic] private static bool _working;

    /// <summary>How many threads a kernel may use, the calling one included.</summary>
    public static int Threads
    {
        get => Volatile.Read(ref _threads);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            lock (Entry)
            {
                if (value == _threads)
                {
                    return;
                }

                _team?.Dismiss();
                _team = null;
                Volatile.Write(ref _threads, value);
            }
        }
    }

    /// <summary>Runs all parts and returns when the last is done. The first exception by part number is rethrown.</summary>
    public static void Run<TWork>(int parts, in TWork work) where TWork : unmanaged, IWork
    {
        // A part that calls a kernel, and a second caller while the team is taken, do all of their parts themselves:
        // the same parts, hence the same bits, and no way to wait for one another.
        if (parts <= 1 || _working || Threads == 1 || !Entry.TryEnter())
        {
            RunInline(parts, work);
            return;
        }

        try
        {
            _working = true;
            _team ??= new Team(_threads - 1);
            TWork copy = work;
            _team.Run(parts, &Invoke<TWork>, &copy);
        }
        finally
        {
            _working = false;
            Entry.Exit();
        }
    }

    /// <summary>The bounds of one of <paramref name="parts"/> nearly equal pieces of 0..n, cut at multiples of <paramref name="grain"/>.</summary>
    public static (long Start, long End) Slice(long n, int parts, int part, int grain = 1)
    {
        long grains = (n + grain - 1) / grain;
        return (Math.Min(n, grains * part / parts * grain), Math.Min(n, grains * (part + 1) / parts * grain));
    }

    /// <summary>A number of parts for n items such that none is smaller than <paramref name="least"/> items.</summary>
    public static int PartsFor(long n, long least)
    {
        // A few parts a thread, so that one that was held up does not hold up all; a part of its own is not split again.
        return _working ? 1 : (int)Math.Clamp(n / Math.Max(1, least), 1, 4L * Threads);
    }

    private static void RunInline<TWork>(int parts, in TWork work) where TWork : unmanaged, IWork
    {
        for (int part = 0; part < parts; part++)
        {
            work.Run(part);
        }
    }

    private static void Invoke<TWork>(void* work, int part) where TWork : unmanaged, IWork => ((TWork*)work)->Run(part);

    private sealed class Team
    {
        /// <summary>How long a helper looks for new work before it sleeps: longer than the gaps within a training step.</summary>
        private static readonly long SpinTicks = System.Diagnostics.Stopwatch.Frequency / 5_000;

        private readonly object _gate = new();
        private readonly Lock _failures = new();
        private int _sleepers;
        private bool _dismissed;

        // The number of the run in the high half and the parts not yet taken in the low half: a helper that wakes
        // late can neither take a part of a later run by mistake nor touch a run that is over.
        private long _ticket;
        private int _unfinished;
        private int _parts;
        private delegate*<void*, int, void> _body;
        private void* _work;
        private ExceptionDispatchInfo? _failure;
        private int _failedPart;

        public Team(int helpers)
        {
            for (int i = 0; i < helpers; i++)
            {
                new Thread(Help) { IsBackground = true, Name = $"ManagedTorch {i + 1}" }.Start();
            }
        }

        public void Run(int parts, delegate*<void*, int, void> body, void* work)
        {
            _parts = parts;
            _body = body;
            _work = work;
            _unfinished = parts;
            _failure = null;
            int run = (int)(_ticket >> 32) + 1;
            Interlocked.Exchange(ref _ticket, ((long)run << 32) | (uint)parts);
            if (Volatile.Read(ref _sleepers) > 0)
            {
                lock (_gate)
                {
                    Monitor.PulseAll(_gate);
                }
            }

            TakeParts(run);
            var wait = new SpinWait();
            while (Volatile.Read(ref _unfinished) != 0)
            {
                wait.SpinOnce(sleep1Threshold: -1);
            }

            _failure?.Throw();
        }

        public void Dismiss()
        {
            lock (_gate)
            {
                _dismissed = true;
                Monitor.PulseAll(_gate);
            }
        }

        private void TakeParts(int run)
        {
            while (true)
            {
                long ticket = Volatile.Read(ref _ticket);
                int left = (int)ticket;
                if ((int)(ticket >> 32) != run || left == 0)
                {
                    return;
                }

                if (Interlocked.CompareExchange(ref _ticket, ticket - 1, ticket) == ticket)
                {
                    RunPart(_parts - left);
                    Interlocked.Decrement(ref _unfinished);
                }
            }
        }

        private void RunPart(int part)
        {
            try
            {
                _body(_work, part);
            }
            catch (Exception e)
            {
                lock (_failures)
                {
                    if (_failure is null || part < _failedPart)
                    {
                        (_failure, _failedPart) = (ExceptionDispatchInfo.Capture(e), part);
                    }
                }
            }
        }

        private void Help()
        {
            _working = true;
            int seen = 0;
            while (AwaitRun(ref seen))
            {
                TakeParts(seen);
            }
        }

        private bool AwaitRun(ref int seen)
        {
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            while (CurrentRun == seen)
            {
                if (System.Diagnostics.Stopwatch.GetTimestamp() - start > SpinTicks)
                {
                    Sleep(seen);
                }

                if (Volatile.Read(ref _dismissed))
                {
                    return false;
                }

                Thread.SpinWait(4);
            }

            seen = CurrentRun;
            return true;
        }

        private int CurrentRun => (int)(Volatile.Read(ref _ticket) >> 32);

        private void Sleep(int seen)
        {
            lock (_gate)
            {
                // Announced before the last look at the ticket, which Run writes before it looks for sleepers.
                Interlocked.Increment(ref _sleepers);
                while (CurrentRun == seen && !_dismissed)
                {
                    Monitor.Wait(_gate);
                }

                Interlocked.Decrement(ref _sleepers);
            }
        }
    }
}
