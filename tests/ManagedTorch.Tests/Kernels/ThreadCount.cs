using CnnGen.ManagedTorch.Kernels;
using Xunit;

// The number of threads is the process's, and every kernel uses all of them.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace CnnGen.ManagedTorch.Tests.Kernels;

/// <summary>Another number of threads until it is disposed.</summary>
internal sealed class ThreadCount : IDisposable
{
    private readonly int _before = WorkTeam.Threads;

    public ThreadCount(int threads) => WorkTeam.Threads = threads;

    public void Dispose() => WorkTeam.Threads = _before;
}
