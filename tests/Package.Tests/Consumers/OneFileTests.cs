using System.Globalization;
using System.Text.RegularExpressions;

namespace CnnGen.Package.Tests;

/// <summary>The shortest way in: one file that declares, trains and tests a network.</summary>
[Collection(nameof(Packages))]
public sealed partial class OneFileTests(Packages packages)
{
    private const int MostLines = 25;
    private const double LeastRight = 96;

    private static string Sample => Path.Combine(Build.Repository, "samples", "Digits", "digits.cs");

    private static string Digits => Path.Combine(Build.Repository, "samples", "Mnist", "Digits");

    [Fact]
    public void It_fits_on_a_screen() => File.ReadAllLines(Sample).Length.ShouldBeLessThanOrEqualTo(MostLines);

    [Fact]
    public void It_runs_as_it_stands_in_the_repository() =>
        Right(DotNet.Run(Build.Repository, null, "run", "-c", Build.Configuration, Sample)).ShouldBeGreaterThanOrEqualTo(LeastRight);

    /// <summary>What stands above the code says where the library is; packages take its place.</summary>
    [Fact]
    public void It_runs_with_packages_anywhere()
    {
        string folder = Directory.CreateDirectory(Path.Combine(packages.Folder, $"one-file-{Guid.NewGuid():N}")).FullName;
        string[] head =
        [
            .. new[] { "CnnGen", "CnnGen.ManagedTorch", "CnnGen.Terminal" }.Select(id => $"#:package {id}@{packages.Version}"),
            $"#:property RestoreAdditionalProjectSources={packages.Feed}",
        ];
        IEnumerable<string> code = File.ReadLines(Sample).Where(static line => !line.StartsWith("#:", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "digits.cs"), string.Join('\n', [.. head, .. code]).Replace("../Mnist/Digits", Digits));

        Right(DotNet.Run(folder, packages.Cache, "run", "digits.cs")).ShouldBeGreaterThanOrEqualTo(LeastRight);
    }

    private static double Right(ProgramResult run) =>
        double.Parse(Words().Match(run.Succeeded().Output).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("([0-9.]+) % of 2000 new digits are read right")]
    private static partial Regex Words();
}
