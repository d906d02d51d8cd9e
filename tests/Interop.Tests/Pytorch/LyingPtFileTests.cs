using System.IO.Compression;

namespace CnnGen.Interop.Tests.Pytorch;

/// <summary>Files that are made to do harm.</summary>
[Collection(nameof(RunsModels))]
public class LyingPtFileTests
{
    [Fact]
    public void A_shape_larger_than_its_values_is_refused() =>
        Refusal(Zip(Pickle(new Weight("dense.bias", [1 << 20, 1 << 10], new float[4])), new byte[16])).ShouldContain("'dense.bias' of 1048576×1024 does not fit");

    [Fact]
    public void A_shape_that_no_number_can_count_is_refused() =>
        Refusal(Zip(Pickle(new Weight("dense.bias", [int.MaxValue, int.MaxValue, 0, 1], new float[4])), new byte[16])).ShouldContain("is for another model");

    [Fact]
    public void A_storage_that_is_longer_than_its_file_is_refused() =>
        Refusal(Zip(Pickle(new Weight("dense.bias", [1000], new float[1000])), new byte[16])).ShouldContain("'dense.bias' should have 1000 values of 4 bytes, but 16 bytes are there");

    [Fact]
    public void A_zip_bomb_takes_neither_memory_nor_time() =>
        Refusal(Zip(Pickle(new Weight("dense.bias", [50_000_000], new float[50_000_000])), new byte[200_000_000], CompressionLevel.Optimal)).ShouldContain("is for another model");

    [Fact]
    public void A_pickle_that_is_a_bomb_is_refused() =>
        Refusal(Zip(new byte[100_000_000], [], CompressionLevel.Optimal)).ShouldContain("data.pkl would have 100000000 bytes");

    [Fact]
    public void A_pickle_that_makes_more_and_more_is_refused() =>
        Refusal(Zip([.. Enumerable.Repeat((byte)'}', 8_000_000)], [])).ShouldContain("more than 500000 steps");

    [Fact]
    public void Too_many_files_are_refused()
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int i = 0; i < 70_000; i++)
            {
                zip.CreateEntry($"archive/data/{i}");
            }
        }

        Refusal(content.ToArray()).ShouldContain("more than 65000 files");
    }

    [Fact]
    public void A_key_that_climbs_leads_nowhere() =>
        Refusal(Zip([.. "\u0080\u0002}X\u0001\0\0\0actorch._utils\n_rebuild_tensor_v2\n((X\u0007\0\0\0storagectorch\nFloatStorage\nX\u000c\0\0\0../../secretX\u0003\0\0\0cpuK\u0001tQK\0K\u0001\u0085K\u0001\u0085\u0089NtRs.".Select(static letter => (byte)letter)], new byte[4]))
            .ShouldContain("the values of the tensor 'a' are missing");

    // 2^32 values, of which the pickle says that they are there.
    [Fact]
    public void A_tensor_that_no_array_holds_is_refused() =>
        Refusal(Zip([.. "\u0080\u0002}X\u0001\0\0\0actorch._utils\n_rebuild_tensor_v2\n((X\u0007\0\0\0storagectorch\nFloatStorage\nX\u0001\0\0\00X\u0003\0\0\0cpu\u008a\u0005\0\0\0\0\u0001tQK\0\u008a\u0005\0\0\0\0\u0001\u0085K\u0001\u0085\u0089NtRs.".Select(static letter => (byte)letter)], new byte[4]))
            .ShouldContain("the tensor 'a' has 4294967296 values, but at most 2147483591 can be held");

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Weights_that_are_no_numbers_are_refused(float value)
    {
        using var folder = new TemporaryFolder();
        using LoadedModel model = SmallNetwork.New(1);
        string[] before = SmallNetwork.State(model);
        List<Weight> weights = [.. SmallNetwork.Network(model).GetWeights()];
        ((float[])weights.Single(static weight => weight.Name == "dense.bias").Values)[2] = value;
        using (FileStream file = File.Create(folder["nan.pt"]))
        {
            PtWriter.Write(file, weights);
        }

        Should.Throw<CnnGenException>(() => SmallNetwork.Network(model).LoadPytorch(folder["nan.pt"])).Message.ShouldContain("nan.pt cannot be loaded: dense.bias has values that are not finite numbers.");
        SmallNetwork.State(model).ShouldBe(before);
    }

    [Fact]
    public void Weights_of_another_model_are_named_with_both_shapes()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel model = SmallNetwork.New(1);
        using LoadedModel other = LoadedModel.Load(SmallNetwork.Declaration.Replace("Conv2D(4", "Conv2D(5"));
        SmallNetwork.Network(other).SavePytorch(folder["other.pt"]);

        Should.Throw<CnnGenException>(() => SmallNetwork.Network(model).LoadPytorch(folder["other.pt"])).Message
            .ShouldContain("other.pt is for another model than cnn: conv2d.weight is 5×2×3×3, expected 4×2×3×3; conv2d.bias is 5, expected 4");
    }

    [Fact]
    public void No_file_and_a_folder_are_named()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel model = SmallNetwork.New(1);

        Should.Throw<CnnGenException>(() => SmallNetwork.Network(model).LoadPytorch(folder["none.pt"])).Message.ShouldContain("none.pt does not exist");
        Should.Throw<CnnGenException>(() => SmallNetwork.Network(model).LoadDat(folder[""])).Message.ShouldContain("is a folder");
    }

    private static byte[] Pickle(params Weight[] weights)
    {
        using var pickle = new MemoryStream();
        StateDictPickle.Write(pickle, weights);
        return pickle.ToArray();
    }

    private static byte[] Zip(byte[] pickle, byte[] values, CompressionLevel level = CompressionLevel.NoCompression)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in new[] { ("data.pkl", pickle), ("data/0", values) })
            {
                using Stream entry = zip.CreateEntry($"archive/{name}", level).Open();
                entry.Write(bytes);
            }
        }

        return content.ToArray();
    }

    private static string Refusal(byte[] file)
    {
        using var folder = new TemporaryFolder();
        using LoadedModel model = SmallNetwork.New(1);
        string[] before = SmallNetwork.State(model);
        File.WriteAllBytes(folder["weights.pt"], file);
        long memory = GC.GetAllocatedBytesForCurrentThread();

        string message = Should.Throw<CnnGenException>(() => SmallNetwork.Network(model).LoadPytorch(folder["weights.pt"])).Message;

        (GC.GetAllocatedBytesForCurrentThread() - memory).ShouldBeLessThan((64 << 20) + file.Length);
        SmallNetwork.State(model).ShouldBe(before);
        message.ShouldContain("weights.pt");
        message.ShouldNotContain("\n");
        return message;
    }
}
