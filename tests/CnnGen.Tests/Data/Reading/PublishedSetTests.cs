using System.Reflection;

namespace CnnGen.Tests;

/// <summary>Data sets in the files that they are published in.</summary>
public sealed class PublishedSetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cifar_10_has_planes_of_colours()
    {
        for (int i = 1; i <= 5; i++)
        {
            _folder.Write($"data_batch_{i}.bin", Cifar([(byte)i], 2));
        }

        _folder.Write("test_batch.bin", Cifar([9], 3));
        Cifar10 cifar = Cifar10.Load(_folder.Path);

        (cifar.Train.Count, cifar.Test.Count, cifar.ClassNames.Count).ShouldBe((10, 3, 0));
        (cifar.Train.Role, cifar.Test.Role).ShouldBe((DataRole.Train, DataRole.Test));
        cifar.Train.Labels.ShouldBe([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
        (cifar.Test.Images[1][3, 5, 0], cifar.Test.Images[1][3, 5, 2]).ShouldBe((Pixel(0, 101), Pixel(2, 101)));
        CifarFile.Read10(_folder.File("test_batch.bin")).Labels.ShouldBe([9, 9, 9]);
        Declared<Cifar10>().ShouldBe((32, 32, 3, 10));
    }

    [Fact]
    public void Cifar_100_has_things_and_kinds()
    {
        Directory.CreateDirectory(_folder.File("cifar-100-binary"));
        foreach (string name in new[] { "train.bin", "test.bin" })
        {
            _folder.Write($"cifar-100-binary/{name}", Cifar([4, 77], 2));
        }

        _folder.Write("cifar-100-binary/coarse_label_names.txt", [.. string.Join("\n", Enumerable.Range(0, 20).Select(static i => $"kind{i}")).Select(static sign => (byte)sign)]);

        (Cifar100.Load(_folder.Path).Train.Labels[0], Cifar100.Load(_folder.Path).Train.Classes).ShouldBe((77, 100));
        Cifar100 coarse = Cifar100.Load(_folder.Path, coarse: true);
        (coarse.Test.Labels[1], coarse.Test.Classes, coarse.ClassNames[4]).ShouldBe((4, 20, "kind4"));
        Declared<Cifar100>().ShouldBe((32, 32, 3, 100));
    }

    [Fact]
    public void A_wrong_file_of_cifar_is_explained()
    {
        string path = _folder.Write("a.bin", Cifar([10], 2));
        Message(() => CifarFile.Read10(path)).ShouldBe($"{path} has the label 10 in image 0, but there are 10 classes: it is damaged, or a file of the other CIFAR.");
        Message(() => CifarFile.Read100(path)).ShouldStartWith($"{path} has 6146 bytes, no whole number of images of 3074 bytes each");
        Message(() => CifarFile.Read10(_folder.Write("e.bin", []))).ShouldContain("has 0 bytes");
        Message(() => Cifar10.Load(_folder.Path)).ShouldStartWith($"{_folder.Path} lacks data_batch_1.bin, data_batch_2.bin");
        Message(() => Cifar100.Load(_folder.File("none"))).ShouldContain("none is no folder; expected one with the binary version of CIFAR-100: train.bin, test.bin.");
    }

    [Fact]
    public void Fashion_Mnist_has_the_names_of_Mnist()
    {
        Write("train-images-idx3-ubyte", "train-labels-idx1-ubyte", 0);
        Write("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte", 0);
        FashionMnist fashion = FashionMnist.Load(_folder.Path);

        (fashion.Train.Count, fashion.Test.Role, fashion.Train.Role, FashionMnist.ClassNames.Count).ShouldBe((3, DataRole.Test, DataRole.Train, 10));
        Declared<FashionMnist>().ShouldBe((28, 28, 1, 10));
        File.Delete(_folder.File("t10k-labels-idx1-ubyte"));
        Message(() => FashionMnist.Load(_folder.Path)).ShouldContain("a folder of Fashion-MNIST has train-images-idx3-ubyte");
        _folder.Write("train-images-idx3-ubyte", IdxBytes.Of(0x08, [3, 2, 2], new byte[12]));
        Message(() => FashionMnist.Load(_folder.Path)).ShouldEndWith("has images of 2×2; Fashion-MNIST's are 28×28.");
    }

    [Theory]
    [InlineData(EmnistSplit.Letters, "letters", 1, 26, "A")]
    [InlineData(EmnistSplit.Balanced, "balanced", 0, 47, "0")]
    [InlineData(EmnistSplit.ByClass, "byclass", 0, 62, "0")]
    [InlineData(EmnistSplit.ByMerge, "bymerge", 0, 47, "0")]
    [InlineData(EmnistSplit.Digits, "digits", 0, 10, "0")]
    [InlineData(EmnistSplit.Mnist, "mnist", 0, 10, "0")]
    public void Emnist_stands_upright_and_counts_from_0(EmnistSplit split, string name, byte first, int classes, string sign)
    {
        foreach (string part in new[] { "train", "test" })
        {
            Write($"emnist-{name}-{part}-images-idx3-ubyte", $"emnist-{name}-{part}-labels-idx1-ubyte", first);
        }

        Emnist emnist = Emnist.Load(_folder.Path, split);

        (emnist.Split, emnist.Train.Classes, emnist.ClassNames.Count, emnist.ClassNames[0]).ShouldBe((split, classes, classes, sign));
        emnist.Train.Labels.ShouldBe([0, 1, 2]);
        (emnist.Test.Images[0][3, 0], emnist.Test.Images[0][0, 3]).ShouldBe(((byte)0, (byte)3));
        Message(() => Emnist.Load(_folder.File("x"), split)).ShouldContain($"x is no folder; expected one with EMNIST's emnist-{name}-train-images-idx3-ubyte");
    }

    private static (int Height, int Width, int Channels, int Classes) Declared<T>()
    {
        ImageDataAttribute data = typeof(T).GetCustomAttribute<ImageDataAttribute>()!;
        return (data.Height, data.Width, data.Channels, data.Classes);
    }

    private static byte[] Cifar(byte[] labels, int count) =>
        [.. Enumerable.Range(0, count).SelectMany(_ => labels.Concat(Enumerable.Range(0, 3072).Select(static i => Pixel(i / 1024, i % 1024))))];

    private static byte Pixel(int channel, int place) => (byte)((channel * 50) + (place % 41));

    // The pixel in row r and column c of the file has the value r.
    private void Write(string images, string labels, byte first)
    {
        _folder.Write(images, IdxBytes.Of(0x08, [3, 28, 28], [.. Enumerable.Range(0, 3 * 784).Select(static i => (byte)(i % 784 / 28))]));
        _folder.Write(labels, IdxBytes.Of(0x08, [3], [first, (byte)(first + 1), (byte)(first + 2)]));
    }

    private static string Message(Action action) => Should.Throw<CnnGenException>(action).Message;
}
