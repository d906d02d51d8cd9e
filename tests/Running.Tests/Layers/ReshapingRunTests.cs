using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>
/// Layers that only move values, checked on values that say where they come from: between maps in the order of the axes as they are
/// written, to and from vectors in PyTorch's.
/// </summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public class ReshapingRunTests
{
    [Fact]
    public void A_map_is_reshaped_in_the_written_order()
    {
        float[] output = Run("[Reshape(10, 3, 4)]");
        output.ShouldBe(Counted(120));
    }

    [Fact]
    public void So_is_a_map_that_becomes_a_sequence()
    {
        float[] output = Run("[Reshape(-1, 8)]");
        output.ShouldBe(Counted(120));
    }

    [Fact]
    public void With_the_channels_first_that_is_the_tensor_s_own_order()
    {
        using LoadedModel model = LoadedModel.Load(Model("4, 5, 6, Format = DataFormat.ChannelsFirst", "[Reshape(2, 10, 6)]"));
        using torch.Tensor output = model.Module.call(torch.arange(120, torch.float32).reshape(1, 4, 5, 6));
        output.shape.ShouldBe([1, 2, 10, 6]);
        output.data<float>().ToArray().ShouldBe(Counted(120));
    }

    [Fact]
    public void Reshape_undoes_Flatten()
    {
        using LoadedModel model = LoadedModel.Load(Model("5, 6, 4", "[Flatten]\n[Reshape(5, 6, 4)]"));
        using torch.Tensor images = torch.randn([2, 4, 5, 6]);
        using torch.Tensor output = model.Module.call(images);
        output.shape.ShouldBe(images.shape);
        output.data<float>().ToArray().ShouldBe(images.data<float>().ToArray());
    }

    [Theory]
    [InlineData("1, 2, 3")]
    [InlineData("2, 1, 3")]
    [InlineData("3, 1, 2")]
    [InlineData("2, 3, 1")]
    [InlineData("3, 2, 1")]
    public void Permute_takes_each_axis_from_where_it_says(string dims)
    {
        int[] order = [.. dims.Split(", ").Select(int.Parse)];
        float[] output = Run($"[Permute({dims})]");

        long[] written = [5, 6, 4];
        using torch.Tensor expected = torch.arange(120, torch.float32).reshape(written).permute([.. order.Select(dim => dim - 1L)]);
        output.ShouldBe(expected.contiguous().data<float>().ToArray());
    }

    [Fact]
    public void A_vector_is_repeated_as_a_whole()
    {
        using LoadedModel model = LoadedModel.Load(Model("3", "[RepeatVector(2)]"));
        using torch.Tensor output = model.Module.call(torch.tensor(new[] { 1f, 2, 3 }, [1, 3]));

        // 2 × 3 as written; the tensor has the last axis in front.
        output.shape.ShouldBe([1, 3, 2]);
        output.data<float>().ToArray().ShouldBe([1, 1, 2, 2, 3, 3]);
    }

    private static string Model(string input, string layers) => $"[Model]\n[Input({input})]\n{layers}\npublic partial class Cnn;\n";

    private static float[] Counted(int count) => [.. Enumerable.Range(0, count).Select(i => (float)i)];

    /// <summary>What comes out in the written order, of a map that counts in the written order.</summary>
    private static float[] Run(string layers)
    {
        using LoadedModel model = LoadedModel.Load(Model("5, 6, 4", layers));
        using torch.Tensor written = torch.arange(120, torch.float32).reshape(1, 5, 6, 4);
        using torch.Tensor images = written.permute(0, 3, 1, 2);
        using torch.Tensor output = model.Module.call(images);
        long[] toWritten = [0, .. Enumerable.Range(2, (int)output.dim() - 2).Select(axis => (long)axis), 1];
        return output.permute(toWritten).contiguous().data<float>().ToArray();
    }
}
