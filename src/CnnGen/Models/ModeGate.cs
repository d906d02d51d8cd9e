namespace CnnGen;

/// <summary>
/// Keeps the threads that use one network out of each other's way: predictions run side by side, a training step runs alone.
/// Whoever comes in finds the network in the mode that it needs, and the last one out gives it back in the mode that it was in.
/// Generated code goes through it; a loop of one's own around <c>forward</c> does not.
/// </summary>
/// <remarks>
/// Neither side starves the other: a step waits for the predictions under way, not for those that come later, and a prediction
/// that has waited for one step goes before the next. What would wait for itself is refused with an
/// <see cref="InvalidOperationException"/>: everything from within a step, in a hook say, and a step or the weights from within
/// a prediction. A prediction from within a prediction goes in at once, whoever waits.
/// </remarks>
public sealed class ModeGate
{
    // Of how many passes of whatever gates this thread is in the midst.
    [ThreadStatic]
    private static int s_within;

    private readonly object _lock = new();
    private bool _isTaken;
    private int _owner;

    // The threads that predict, each as often as it came in.
    private readonly List<int> _predicting = [];
    private int _waitingSteps;
    private int _waitingPredictions;
    private int _admitted;
    private long _steps;
    private Action? _restore;

    /// <summary>Whether this thread is in any network.</summary>
    internal static bool IsWithin => s_within > 0;

    /// <summary>Whether a step, or who wants the weights, waits to come in.</summary>
    internal bool IsStepWaiting
    {
        get
        {
            lock (_lock)
            {
                return _waitingSteps > 0;
            }
        }
    }

    /// <summary>Comes in to predict or to measure: beside others who do, not beside a training step.</summary>
    /// <param name="switchMode">Puts every layer into inference mode (<see langword="false"/>) and returns what undoes it;
    /// <see langword="null"/> if nothing had to be done. Not called while others predict.</param>
    /// <returns>To be disposed at the end.</returns>
    public Pass Predict(Func<bool, Action?> switchMode)
    {
        ArgumentNullException.ThrowIfNull(switchMode);
        lock (_lock)
        {
            // Whoever waits there waits for this thread too, if it is inside already.
            if ((_isTaken || _waitingSteps > 0) && !IsPredictingHere)
            {
                WaitForStep();
            }

            if (_predicting.Count == 0)
            {
                _restore = switchMode(false);
            }

            _predicting.Add(Environment.CurrentManagedThreadId);
        }

        return new Pass(this);
    }

    /// <summary>Comes in to train: alone.</summary>
    /// <param name="switchMode">Puts the network into training mode (<see langword="true"/>) and returns what undoes it;
    /// <see langword="null"/> if nothing had to be done.</param>
    /// <returns>To be disposed at the end.</returns>
    public Pass Train(Func<bool, Action?> switchMode)
    {
        ArgumentNullException.ThrowIfNull(switchMode);
        lock (_lock)
        {
            WaitForAll();
            try
            {
                _restore = switchMode(true);
            }
            catch
            {
                LeaveStep();
                throw;
            }
        }

        return new Pass(this);
    }

    /// <summary>Comes in to read or replace the weights: alone, in whatever mode.</summary>
    /// <returns>To be disposed at the end.</returns>
    public Pass Weights()
    {
        lock (_lock)
        {
            WaitForAll();
        }

        return new Pass(this);
    }

    private bool IsPredictingHere => _predicting.Contains(Environment.CurrentManagedThreadId);

    private void WaitForStep()
    {
        RefuseWithin();
        _waitingPredictions++;
        for (long before = _steps; _steps == before;)
        {
            Monitor.Wait(_lock);
        }

        if (--_admitted == 0)
        {
            Monitor.PulseAll(_lock);
        }
    }

    private void WaitForAll()
    {
        RefuseWithin();
        if (IsPredictingHere)
        {
            throw new InvalidOperationException(
                "A prediction or an evaluation is under way on this thread, and the same network was to be trained, saved or loaded from within it, "
                + "perhaps in a hook or by the data. Do it after it, in a callback for example.");
        }

        _waitingSteps++;
        while (_isTaken || _predicting.Count > 0 || _admitted > 0)
        {
            Monitor.Wait(_lock);
        }

        _waitingSteps--;
        _isTaken = true;
        _owner = Environment.CurrentManagedThreadId;
    }

    // It would wait for itself.
    private void RefuseWithin()
    {
        if (_isTaken && _owner == Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException(
                "A training step or a change of weights is under way on this thread, and the same network was asked for something from within it, "
                + "perhaps in a hook. Predict, evaluate, train or save after it, in a callback for example.");
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (_isTaken)
            {
                LeaveStep();
            }
            else
            {
                LeavePrediction();
            }
        }
    }

    private void LeavePrediction()
    {
        _predicting.Remove(Environment.CurrentManagedThreadId);
        if (_predicting.Count == 0)
        {
            Monitor.PulseAll(_lock);
            Restore();
        }
    }

    // Who waited for this step goes in before the next.
    private void LeaveStep()
    {
        _isTaken = false;
        _steps++;
        _admitted = _waitingPredictions;
        _waitingPredictions = 0;
        Monitor.PulseAll(_lock);
        Restore();
    }

    private void Restore()
    {
        Action? restore = _restore;
        _restore = null;
        restore?.Invoke();
    }

    /// <summary>Leave to be in; disposing it leaves.</summary>
    public readonly ref struct Pass
    {
        private readonly ModeGate _gate;

        internal Pass(ModeGate gate)
        {
            _gate = gate;
            s_within++;
        }

        /// <summary>Leaves.</summary>
        public void Dispose()
        {
            if (_gate is not null)
            {
                s_within--;
                _gate.Leave();
            }
        }
    }
}
