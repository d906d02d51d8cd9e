using System.Security.Cryptography;
using CnnGen.ManagedTorch.Randomness;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers: the same seed, the same numbers, and those of PyTorch's CPU generator.</summary>
    public class Generator : IDisposable
    {
        // PyTorch's own, for programs that set none.
        private const ulong DefaultSeed = 67280421310721;

        private readonly Lock _gate = new();
        private readonly MersenneTwister _twister;

        public Generator(ulong seed = 0, Device? device = null)
        {
            RequireCpu(device);
            _twister = new MersenneTwister(seed);
        }

        public static Generator Default { get; } = new(DefaultSeed);

        public Device device => CPU;

        public Generator manual_seed(long seed)
        {
            lock (_gate) _twister.Seed((ulong)seed);
            return this;
        }

        public long initial_seed() => (long)_twister.InitialSeed;

        /// <summary>Seeds with a number that nobody can foresee, and returns it.</summary>
        public long seed()
        {
            Span<byte> bytes = stackalloc byte[8];
            RandomNumberGenerator.Fill(bytes);
            var chosen = BitConverter.ToInt64(bytes);
            manual_seed(chosen);
            return chosen;
        }

        /// <summary>The state as bytes, for <see cref="set_state"/> of this backend.</summary>
        public Tensor get_state()
        {
            lock (_gate) return tensor(_twister.Save());
        }

        public void set_state(Tensor value)
        {
            var bytes = value.data<byte>().ToArray();
            lock (_gate) _twister.Restore(bytes);
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Nothing to release; TorchSharp's generators hold native memory.</summary>
        protected virtual void Dispose(bool disposing)
        {
        }

        internal void Draw(Action<MersenneTwister> use)
        {
            lock (_gate) use(_twister);
        }
    }

    public static Generator manual_seed(long seed) => random.manual_seed(seed);
}
