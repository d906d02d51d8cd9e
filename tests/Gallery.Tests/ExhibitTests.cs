using Shouldly;
using Xunit;

namespace CnnGen.Samples.Gallery.Tests;

/// <summary>Each command, on few examples: it learns, and says what it reached.</summary>
public sealed class ExhibitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gallery").FullName;

    public static TheoryData<string, int, int, double> Small => new()
    {
        { "segmentation", 1500, 2, 0.6 },
        { "denoising", 500, 2, 0.8 },
        { "signals", 600, 4, 0.4 },
        { "pairs", 600, 2, 0.55 },
        { "heads", 1000, 2, 0.6 },
        { "table", 2000, 6, 0.8 },
    };

    [Theory]
    [MemberData(nameof(Small))]
    public void It_learns_from_few_examples(string name, int examples, int epochs, double value)
    {
        var lines = new List<string>();

        ExhibitResult result = Exhibits.All.Single(exhibit => exhibit.Name == name).Run(new ExhibitSettings(examples, epochs, _folder), lines.Add);

        (result with { Wanted = value }).IsReached.ShouldBeTrue(result.ToString());
        lines.Count(line => line.StartsWith("epoch ", StringComparison.Ordinal)).ShouldBe(epochs);
    }

    [Fact]
    public void Pictures_without_noise_are_written()
    {
        Exhibits.All.Single(exhibit => exhibit.Name == "denoising").Run(new ExhibitSettings(64, 1, _folder), _ => { });

        BigGustave.Png picture = BigGustave.Png.Open(Path.Combine(_folder, "denoising.png"));
        (picture.Width, picture.Height).ShouldBe((280, 56));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
