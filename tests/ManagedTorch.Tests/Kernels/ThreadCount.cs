using CnnGen.ManagedTorch.Kernels;

namespace CnnGen.ManagedTorch.Tests.Kernels;

/// <summary>Another number of threads until it is disposed.</summary>
internal sealed class ThreadCount : IDisposable
{
    private readonly int _before = WorkTeam.Threads;

    public ThreadCount(int threads) => WorkTeam.Threads = threads;

    public void Dispose() => WorkTeam.Threads = _before;
}
