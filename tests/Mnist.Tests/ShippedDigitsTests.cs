using System.IO.Compression;
using System.Security.Cryptography;
using CnnGen.Samples.Mnist.Tests.CommandLine;
using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests;

public class ShippedDigitsTests
{
    private static readonly CnnGen.Mnist Digits = CnnGen.Mnist.Load(SampleProgram.Digits);

    [Fact]
    public void There_are_8000_to_train_and_2000_to_test()
    {
        Digits.Train.Count.ShouldBe(Mnist.Digits.ShippedCount);
        Digits.Test.Count.ShouldBe(2000);
    }

    [Fact]
    public void Both_sets_have_the_same_class_shares()
    {
        for (var label = 0; label < 10; label++)
        {
            var train = Digits.Train.Labels.Count(value => value == label);
            var test = Digits.Test.Labels.Count(value => value == label);
            Math.Abs(train - 4 * test).ShouldBeLessThanOrEqualTo(2, $"class {label}");
        }
    }

    [Fact]
    public void The_classes_are_mixed()
    {
        // A set of 500 drawn at random has 50 ± 7 of each class.
        for (var label = 0; label < 10; label++)
        {
            Digits.Train.Take(500).Labels.Count(value => value == label).ShouldBeInRange(25, 75);
        }
    }

    [Fact]
    public void No_digit_is_there_twice()
    {
        var all = Digits.Train.Images.Concat(Digits.Test.Images).Select(image => Convert.ToHexString(SHA256.HashData(image.Pixels.Span)));
        all.Distinct().Count().ShouldBe(10_000);
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte", "849a1ba8e0a372025a0d09aec1e5f50fb867a8a19ce4820f8bd13a3c053c8ba3")]
    [InlineData("train-labels-idx1-ubyte", "60b7e47fa1824462e6223834cdc6cd2a836bfaf632eea40447a435295cefcdb8")]
    [InlineData("t10k-images-idx3-ubyte", "d04aab2065a4632d5465819e79fafa720490da276195bcdc15d0175c21c7706e")]
    [InlineData("t10k-labels-idx1-ubyte", "ecedfcb438e176a74510369d16e5907105e1420bba19b3b012f982be8cb02188")]
    public void The_files_are_those_that_the_note_describes(string name, string sha256)
    {
        using var file = File.OpenRead(Path.Combine(SampleProgram.Digits, name + ".gz"));
        using var content = new GZipStream(file, CompressionMode.Decompress);

        Convert.ToHexStringLower(SHA256.HashData(content)).ShouldBe(sha256);
    }

    [Fact]
    public void They_take_less_than_two_megabytes() =>
        Directory.GetFiles(SampleProgram.Digits).Sum(file => new FileInfo(file).Length).ShouldBeLessThan(2_000_000);
}
