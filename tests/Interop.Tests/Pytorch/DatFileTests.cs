using TorchSharp;

namespace CnnGen.Interop.Tests.Pytorch;

[Collection(nameof(RunsModels))]
[Trait("Category", "Running")]
public class DatFileTests
{
    [Fact]
    public void What_is_saved_is_loaded()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel saved = SmallNetwork.New(1), loaded = SmallNetwork.New(2);

        SmallNetwork.Network(saved).SaveDat(folder["weights.dat"]);
        SmallNetwork.Network(loaded).LoadDat(folder["weights.dat"]);

        SmallNetwork.State(loaded).ShouldBe(SmallNetwork.State(saved));
    }

    [Fact]
    public void TorchSharp_loads_what_is_saved()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel saved = SmallNetwork.New(1), loaded = SmallNetwork.New(2);
        SmallNetwork.Network(saved).SaveDat(folder["weights.dat"]);

        loaded.Network.load(folder["weights.dat"]);

        SmallNetwork.State(loaded).ShouldBe(SmallNetwork.State(saved));
    }

    [Fact]
    public void What_TorchSharp_saves_is_loaded()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel saved = SmallNetwork.New(1), loaded = SmallNetwork.New(2);
        saved.Network.save(folder["weights.dat"]);

        SmallNetwork.Network(loaded).LoadDat(folder["weights.dat"]);

        SmallNetwork.State(loaded).ShouldBe(SmallNetwork.State(saved));
    }

    [Theory]
    [InlineData("1 0", "cut short")]
    [InlineData("1 1 97 6 1 255 255 255 255 15", "'a' of 4294967295 has more values than the file")]
    [InlineData("1 1 97 9 1 1 0 0 0 0", "'a' has the element type 9")]
    [InlineData("1 1 97 6 200 1", "'a' would have 200 axes")]
    [InlineData("0 7", "1 bytes follow its last tensor")]
    [InlineData("255 255 255 255 255 255 1", "would have")]
    [InlineData("2 1 97 6 0 0 0 0 0 1 97 6 0 0 0 0 0", "two tensors named 'a'")]
    [InlineData("1 1 97 6 1 1 0 0 0 0", "is for another model than cnn: conv2d.weight is missing")]
    public void A_file_that_lies_is_refused(string bytes, string reason)
    {
        using var folder = new TemporaryFolder();
        using LoadedModel model = SmallNetwork.New(1);
        File.WriteAllBytes(folder["weights.dat"], [.. bytes.Split(' ').Select(byte.Parse)]);

        string message = Should.Throw<CnnGenException>(() => SmallNetwork.Network(model).LoadDat(folder["weights.dat"])).Message;
        message.ShouldContain("weights.dat");
        message.ShouldContain(reason);
    }

    [Fact]
    public void What_lies_behind_two_gigabytes_is_found()
    {
        // 'a' has 2^30 values of float32, 'b' three.
        using var content = new SparseContent([2, 1, (byte)'a', 6, 1, 0x80, 0x80, 0x80, 0x80, 4], 4L << 30, [1, (byte)'b', 6, 1, 3, .. new byte[8], 0, 0, 0x80, 0x3F]);
        IReadOnlyList<StoredTensor> tensors = DatFile.Tensors(content);

        tensors.Select(static tensor => tensor.Shape[0]).ShouldBe([1 << 30, 3]);
        tensors[1].Read().ShouldBe(new float[] { 0, 0, 1 });
    }

    [Fact]
    public void A_tensor_that_no_array_holds_is_refused_unread()
    {
        // 2^31 values of float16.
        using var content = new SparseContent([1, 1, (byte)'a', 5, 1, 0x80, 0x80, 0x80, 0x80, 8], 4L << 30, []);

        Should.Throw<FileFault>(() => DatFile.Tensors(content)).Message.ShouldBe("the tensor 'a' has 2147483648 values, but at most 2147483591 can be held");
    }
}
