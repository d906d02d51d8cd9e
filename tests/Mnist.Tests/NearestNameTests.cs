using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests;

public class NearestNameTests
{
    [Theory]
    [InlineData("normalisedcnn", "NormalizedCnn")]
    [InlineData("VaildCnn", "ValidCnn")]
    [InlineData("same", "SameCnn")]
    [InlineData("stridedsame", "StridedSameCnn")]
    [InlineData("StridedVaildCn", "StridedValidCnn")]
    [InlineData("resnet50", null)]
    [InlineData("x", null)]
    public void Guesses_only_what_is_near(string name, string? expected) =>
        NearestName.Of(name, ModelCatalog.Names).ShouldBe(expected);
}
