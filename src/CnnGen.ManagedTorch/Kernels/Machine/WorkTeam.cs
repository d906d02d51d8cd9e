using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

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
    /// <param name="descends">Whether each thread goes through its parts from the last to the first: it begins with what a kernel before left in its cache.</param>
    public static void Run<TWork>(int parts, in TWork work, bool descends = false) where TWork : unmanaged, IWork
    {
        // A part that calls a kernel, and a second caller while the team is taken, do all of their parts themselves:
        // the same parts, hence the same bits, and no way to wait for one another.
        if (parts <= 1 || _working || Threads == 1 || !Entry.TryEnter())
        {
            RunInline(parts, work, descends);
            return;
        }

        try
        {
            _working = true;
            _team ??= new Team(_threads);
            TWork copy = work;
            _team.Run(parts, &Invoke<TWork>, &copy, descends);
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

    private static void RunInline<TWork>(int parts, in TWork work, bool descends) where TWork : unmanaged, IWork
    {
        for (int i = 0; i < parts; i++)
        {
            work.Run(descends ? parts - 1 - i : i);
        }
    }

    private static void Invoke<TWork>(void* work, int part) where TWork : unmanaged, IWork => ((TWork*)work)->Run(part);

    private sealed class Team
    {
        /// <summary>How long a helper looks for new work before it sleeps: longer than the gaps within a training step.</summary>
        private static readonly long LookTicks = System.Diagnostics.Stopwatch.Frequency / 5_000;

        /// <summary>How long it keeps the processor to itself meanwhile.</summary>
        private static readonly long SpinTicks = System.Diagnostics.Stopwatch.Frequency / 500_000;

        private readonly object _gate = new();
        private readonly Lock _failures = new();
        private int _sleepers;
        private bool _dismissed;

        // Each thread has a share of the parts, neighbours of one another, and helps the others once its own is done: what a thread
        // wrote in one kernel it mostly reads in the next, from its own cache.
        private readonly Share[] _shares;
        private int _run;
        private int _unfinished;
        private delegate*<void*, int, void> _body;
        private void* _work;
        private ExceptionDispatchInfo? _failure;
        private int _failedPart;

        public Team(int threads)
        {
            _shares = new Share[threads];
            for (int i = 1; i < threads; i++)
            {
                int own = i;
                new Thread(() => Help(own)) { IsBackground = true, Name = $"ManagedTorch {i}" }.Start();
            }
        }

        public void Run(int parts, delegate*<void*, int, void> body, void* work, bool descends)
        {
            _body = body;
            _work = work;
            _unfinished = parts;
            _failure = null;
            int run = _run + 1;
            for (int i = 0; i < _shares.Length; i++)
            {
                _shares[i].Give(run, (int)((long)parts * i / _shares.Length), (int)((long)parts * (i + 1) / _shares.Length), descends);
            }

            Interlocked.Exchange(ref _run, run);
            if (Volatile.Read(ref _sleepers) > 0)
            {
                lock (_gate)
                {
                    Monitor.PulseAll(_gate);
                }
            }

            TakeParts(run, 0);
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

        private void TakeParts(int run, int own)
        {
            for (int i = 0; i < _shares.Length; i++)
            {
                ref Share share = ref _shares[(own + i) % _shares.Length];
                while (share.TryTake(run, out int part))
                {
                    RunPart(part);
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

        private void Help(int own)
        {
            _working = true;
            int seen = 0;
            while (AwaitRun(ref seen))
            {
                TakeParts(seen, own);
            }
        }

        private bool AwaitRun(ref int seen)
        {
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            while (CurrentRun == seen)
            {
                long waited = System.Diagnostics.Stopwatch.GetTimestamp() - start;
                if (waited > LookTicks) Sleep(seen);
                if (Volatile.Read(ref _dismissed)) return false;
                // After a moment whoever else wants this processor has it: there may be fewer of them than threads.
                if (waited > SpinTicks) Thread.Yield();
                else Thread.SpinWait(4);
            }

            seen = CurrentRun;
            return true;
        }

        private int CurrentRun => Volatile.Read(ref _run);

        private void Sleep(int seen)
        {
            lock (_gate)
            {
                // Announced before the last look at the run, which Run writes before it looks for sleepers.
                Interlocked.Increment(ref _sleepers);
                while (CurrentRun == seen && !_dismissed)
                {
                    Monitor.Wait(_gate);
                }

                Interlocked.Decrement(ref _sleepers);
            }
        }

        /// <summary>Parts that follow one another, taken by one thread at a time. A cache line of its own.</summary>
        [StructLayout(LayoutKind.Explicit, Size = 128)]
        private struct Share
        {
            // The number of the run in the high half and the parts not yet taken in the low half: a helper that wakes
            // late can neither take a part of a later run by mistake nor touch a run that is over.
            [FieldOffset(64)] private long _ticket;
            [FieldOffset(72)] private int _first;
            [FieldOffset(76)] private int _end;
            [FieldOffset(80)] private bool _descends;

            public void Give(int run, int first, int end, bool descends)
            {
                (_first, _end, _descends) = (first, end, descends);
                Volatile.Write(ref _ticket, ((long)run << 32) | (uint)(end - first));
            }

            public bool TryTake(int run, out int part)
            {
                while (true)
                {
                    long ticket = Volatile.Read(ref _ticket);
                    int left = (int)ticket;
                    part = _descends ? _first + left - 1 : _end - left;
                    if ((int)(ticket >> 32) != run || left == 0)
                    {
                        return false;
                    }

                    if (Interlocked.CompareExchange(ref _ticket, ticket - 1, ticket) == ticket)
                    {
                        return true;
                    }
                }
            }
        }
    }
}
