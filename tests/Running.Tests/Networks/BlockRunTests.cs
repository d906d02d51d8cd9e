using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>A network of blocks is the network that one would write by hand.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class BlockRunTests
{
    public static TheoryData<string> Names => [.. BlockModels.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Blocks_compute_what_is_written_by_hand(string name)
    {
        using LoadedModel blocks = LoadedModel.Load(BlockModels.All[name].Blocks);
        using LoadedModel byHand = LoadedModel.Load(BlockModels.All[name].ByHand);
        CopyWeights(byHand.Module, blocks.Module);
        blocks.Module.eval();
        byHand.Module.eval();
        using torch.Tensor input = torch.randn(blocks.InputSizes(3));

        using torch.Tensor actual = blocks.Module.call(input);
        using torch.Tensor expected = byHand.Module.call(input);

        actual.data<float>().ToArray().ShouldBe(expected.data<float>().ToArray());
        Rows(blocks).ShouldBe(Rows(byHand));
    }

    private static void CopyWeights(torch.nn.Module from, torch.nn.Module to)
    {
        using (torch.no_grad())
        {
            foreach (var (one, other) in from.parameters().Zip(to.parameters(), (one, other) => (one, other)))
            {
                other.copy_(one);
            }
        }

        from.parameters().Count().ShouldBe(to.parameters().Count());
    }

    // All but the names.
    private static IEnumerable<string> Rows(LoadedModel model) => model.Architecture.Layers
        .Select(layer => $"{layer.ClassName} {string.Join('×', layer.OutputShape.ToArray())} {layer.Parameters} {layer.Connections.Count}");
}
