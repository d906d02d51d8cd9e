using System.Runtime.Intrinsics;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Work written over vectors of any width.</summary>
internal interface IVectorWork
{
    void Run<T>(int part) where T : struct, ILanes<T>;
}

/// <summary>Runs vector work in the widest vectors that the machine has.</summary>
internal readonly struct VectorWork<TWork>(TWork work) : IWork where TWork : unmanaged, IVectorWork
{
    private readonly TWork _work = work;

    public void Run(int part)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            _work.Run<Lanes512>(part);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            _work.Run<Lanes256>(part);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            _work.Run<Lanes128>(part);
        }
        else
        {
            _work.Run<Lanes1>(part);
        }
    }
}

/// <summary>The widest vectors that the machine has.</summary>
internal static class WidestLanes
{
    /// <summary>How many floats they hold.</summary>
    public static int Count =>
        Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : Vector128.IsHardwareAccelerated ? 4 : 1;

    /// <param name="descends">See <see cref="WorkTeam.Run{TWork}"/>.</param>
    public static void Run<TWork>(int parts, in TWork work, bool descends = false) where TWork : unmanaged, IVectorWork =>
        WorkTeam.Run(parts, new VectorWork<TWork>(work), descends);
}
