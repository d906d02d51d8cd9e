using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CnnGen.Package.Tests;

/// <summary>A newcomer who follows the README.</summary>
[Collection(nameof(Packages))]
public sealed class ConsumerTests(Packages packages)
{
    private const string LastLine = "accuracy: 1";

    [Fact]
    [Trait("Checklist", "23")]
    public void It_builds_without_a_warning_and_trains()
    {
        var consumer = new Consumer(packages);

        consumer.Run("build", "-warnaserror", "-v", "q").Succeeded();
        string[] lines = consumer.Run("run", "--no-build").Succeeded().Output.Trim().Split('\n');

        lines[0].ShouldBe("Model: \"stripe_cnn\"");
        lines[^1].ShouldBe(LastLine);
    }

    [Fact]
    public void A_bad_shape_stops_the_build()
    {
        var consumer = new Consumer(packages) { Program = Readme.Program.Replace("[Conv2D(8, 3,", "[Conv2D(8, 9,") };

        ProgramResult build = consumer.Run("build", "-v", "q");

        build.ExitCode.ShouldNotBe(0);
        build.Output.ShouldContain("error CNN101");
        build.Output.ShouldNotContain("error CS");
    }

    [RuntimePackFact]
    public void One_trimmed_file_trains_too()
    {
        var consumer = new Consumer(packages);

        consumer.Run([.. Readme.Publish, "-r", RuntimeInformation.RuntimeIdentifier, "-warnaserror", "-p:TrimmerSingleWarn=false", "-v", "q"]).Succeeded();

        Trains(Published(consumer));
    }

    [AheadOfTimeFact]
    public void A_program_of_four_megabytes_trains_too()
    {
        var consumer = new Consumer(packages);

        consumer.Run([.. Readme.PublishAheadOfTime, "-r", RuntimeInformation.RuntimeIdentifier, "-warnaserror", "-p:TrimmerSingleWarn=false", "-v", "q"]).Succeeded();

        string program = Published(consumer);
        new FileInfo(program).Length.ShouldBeLessThanOrEqualTo(4 << 20);
        Trains(program);
    }

    /// <summary>Below the build's own folder, or in one of the project's, which says so in whatever way.</summary>
    [Theory]
    [Trait("Checklist", "24")]
    [InlineData]
    [InlineData("-p:CompilerGeneratedFilesOutputPath=Generated")]
    [InlineData("-p:CompilerGeneratedFilesOutputPath=./Generated/Code")]
    [InlineData("-p:CompilerGeneratedFilesOutputPath=.")]
    public void Generated_files_on_disk_do_not_disturb_the_next_build(params string[] folder)
    {
        var consumer = new Consumer(packages);
        string[] build = ["build", "-v", "q", "-warnaserror", "-p:EmitCompilerGeneratedFiles=true", .. folder];

        consumer.Run(build).Succeeded();
        consumer.Program = Readme.Program.Replace("Which way do the stripes run?", "Down or across?");
        consumer.Run(build).Succeeded();

        Directory.GetFiles(consumer.Folder, "Stripes.StripeCnn.g.cs", SearchOption.AllDirectories).ShouldHaveSingleItem();
    }

    // The one file, beside its symbols.
    private static string Published(Consumer consumer) => Directory
        .GetFiles(Directory.GetDirectories(Path.Combine(consumer.Folder, "bin"), "publish", SearchOption.AllDirectories).ShouldHaveSingleItem())
        .Single(static file => Path.GetExtension(file) is not (".pdb" or ".dbg" or ".dwarf"));

    private static void Trains(string program) =>
        DotNet.Run(new ProcessStartInfo(program), Path.GetDirectoryName(program)!).Succeeded().Output.Trim().Split('\n')[^1].ShouldBe(LastLine);
}
