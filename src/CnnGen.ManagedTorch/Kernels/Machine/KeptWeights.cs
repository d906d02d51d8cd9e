using CnnGen.ManagedTorch.Memory;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// Packed forms of one memory's weights, as long as these do not change: a network that predicts again and again packs once.
/// Threads that predict with one network at once share them.
/// </summary>
internal sealed unsafe class KeptWeights
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private int _version;

    /// <summary>Forgets what was packed of other values.</summary>
    /// <param name="version">What the memory counts as its writes.</param>
    public void Renew(int version)
    {
        lock (_gate)
        {
            if (_version == version) return;
            _version = version;
            Clear();
        }
    }

    /// <summary>Lets go of all memory; a call that still reads from it keeps its own until it is done.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.ForEach(static entry => entry.Release());
            _entries.Clear();
        }
    }

    /// <summary>The form of that key, made blank if there is none; the caller releases it.</summary>
    public Entry Hold(in PackedKey key, long floats)
    {
        lock (_gate)
        {
            foreach (Entry known in _entries)
            {
                if (known.Key == key) return known.Retain();
            }

            var entry = new Entry(key, floats);
            _entries.Add(entry);
            return entry.Retain();
        }
    }

    /// <summary>One packed form: held by this store and by the calls that read from it.</summary>
    internal sealed class Entry(PackedKey key, long floats)
    {
        private readonly Lock _filling = new();
        private float* _floats = (float*)NativeBlock.Allocate(floats * sizeof(float));
        private volatile bool _isFilled;
        private int _holders = 1;

        ~Entry() => Free();

        public PackedKey Key => key;

        public float* Floats => _floats;

        public bool IsFilled => _isFilled;

        /// <summary>True for the one who has to fill it, and then <see cref="Fill"/> or <see cref="GiveUp"/>.</summary>
        public bool AwaitFilling()
        {
            if (_isFilled) return false;
            _filling.Enter();
            if (!_isFilled) return true;
            _filling.Exit();
            return false;
        }

        public void Fill()
        {
            _isFilled = true;
            _filling.Exit();
        }

        public void GiveUp() => _filling.Exit();

        public Entry Retain()
        {
            Interlocked.Increment(ref _holders);
            return this;
        }

        public void Release()
        {
            if (Interlocked.Decrement(ref _holders) != 0) return;
            Free();
            GC.SuppressFinalize(this);
        }

        private void Free()
        {
            NativeBlock.Free(_floats);
            _floats = null;
        }
    }
}
