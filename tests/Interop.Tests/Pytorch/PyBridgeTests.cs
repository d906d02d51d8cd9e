using TorchSharp;
using TorchSharp.PyBridge;

namespace CnnGen.Interop.Tests.Pytorch;

/// <summary>TorchSharp.PyBridge reads the .pt files that are written here, and the other way round.</summary>
[Collection(nameof(RunsModels))]
[Trait("Category", "Running")]
public class PyBridgeTests
{
    [Fact]
    public void It_loads_what_is_saved()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel saved = SmallNetwork.New(1), loaded = SmallNetwork.New(2);

        SmallNetwork.Network(saved).SavePytorch(folder["weights.pt"]);
        ((torch.nn.Module)loaded.Network).load_py(folder["weights.pt"]);

        SmallNetwork.State(loaded).ShouldBe(SmallNetwork.State(saved));
    }

    [Fact]
    public void What_it_saves_is_loaded()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel saved = SmallNetwork.New(1), loaded = SmallNetwork.New(2);

        ((torch.nn.Module)saved.Network).save_py(folder["weights.pt"]);
        SmallNetwork.Network(loaded).LoadPytorch(folder["weights.pt"]);

        SmallNetwork.State(loaded).ShouldBe(SmallNetwork.State(saved));
    }
}
