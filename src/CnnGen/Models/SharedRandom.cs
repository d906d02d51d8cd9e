namespace CnnGen;

/// <summary>
/// torch has one source of random numbers for the whole process. Who seeds it, and draws from it what the seed shall fix, holds it meanwhile: each step of a
/// training does, so that trainings on several threads are each fixed by their seeds. Start weights are drawn by a network's constructor; where trainings are
/// under way, hold it around <c>torch.manual_seed</c> and the constructor together.
/// </summary>
public static class SharedRandom
{
    private static readonly Lock s_lock = new();

    /// <summary>Waits until no other thread holds it. A thread may hold it several times over.</summary>
    /// <returns>To be disposed at the end, on the same thread.</returns>
    public static Hold Enter()
    {
        // A step that holds it may be waiting for a network that this thread is in: it would wait for ever. What is trained from within
        // another network, in a hook say, goes without.
        if (!ModeGate.IsWithin)
        {
            s_lock.Enter();
            return new Hold(s_lock);
        }

        return s_lock.TryEnter() ? new Hold(s_lock) : default;
    }

    /// <summary>Leave to draw; disposing it lets others draw.</summary>
    public readonly ref struct Hold
    {
        private readonly Lock? _lock;

        internal Hold(Lock held) => _lock = held;

        /// <summary>Lets others draw.</summary>
        public void Dispose() => _lock?.Exit();
    }
}
