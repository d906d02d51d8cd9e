using System.CommandLine;
using CnnGen.Benchmarks.Peer;
using CnnGen.Benchmarks.SeedModels;

var root = new RootCommand("Measures CnnGen's six sample networks, alone and against PyTorch.")
{
    SeedModelsCommand.Create(),
    PeerCommand.Create(),
#if MANAGED_TORCH
    CnnGen.Benchmarks.Kernels.KernelsCommand.Create(),
#endif
};

return root.Parse(args).Invoke();
