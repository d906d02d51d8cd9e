namespace CnnGen.Package.Tests;

/// <summary>A newcomer who takes TorchSharp-cpu in place of the managed backend, on a system older than the one it was linked on.</summary>
[Collection(nameof(Packages))]
public sealed class TorchSharpTests(Packages packages)
{
    private const string Version = "GLIBCXX_3.4.32";

    [TorchSharpFact]
    public void It_builds_without_a_warning_and_trains()
    {
        Consumer consumer = ConsumerOfTorchSharp();

        consumer.Run("build", "-warnaserror", "-v", "q", TorchSharpPackage.HardLinks).Succeeded();

        consumer.Run("run", "--no-build").Succeeded().Output.Trim().Split('\n')[^1].ShouldBe("accuracy: 1");
        ShouldDifferInOneBit(LibraryIn(consumer, "bin"));
    }

    [TorchSharpFact]
    public void What_is_published_is_mended_too()
    {
        Consumer consumer = ConsumerOfTorchSharp();

        consumer.Run("publish", "-r", "linux-x64", "--no-self-contained", "-warnaserror", "-v", "q", TorchSharpPackage.HardLinks, "-o", "out").Succeeded();

        ShouldDifferInOneBit(LibraryIn(consumer, "out"));
    }

    [TorchSharpFact]
    public void The_library_can_be_left_alone()
    {
        Consumer consumer = ConsumerOfTorchSharp();

        consumer.Run("build", "-warnaserror", "-v", "q", TorchSharpPackage.HardLinks, "-p:CnnGenMendTorchSharp=false").Succeeded();

        LibraryIn(consumer, "bin").ShouldBe(File.ReadAllBytes(TorchSharpPackage.Library));
    }

    [TorchSharpFact]
    public void Only_a_version_that_nothing_refers_to_becomes_weak()
    {
        string text = Path.Combine(packages.Folder, "text.so");
        File.WriteAllText(text, "No library at all, but long enough to hold the head of one, which takes sixty-four bytes.");

        Copies copies = Mark(
            ("mended", TorchSharpPackage.Library, Version),
            ("twice", "mended", Version),
            ("referred", TorchSharpPackage.Library, "GLIBCXX_3.4"),
            ("unknown", TorchSharpPackage.Library, "GLIBCXX_9"),
            ("text", text, Version));

        byte[] original = File.ReadAllBytes(TorchSharpPackage.Library);
        ShouldDifferInOneBit(copies["mended"]);
        copies["twice"].ShouldBe(copies["mended"]);
        copies["referred"].ShouldBe(original);
        copies["unknown"].ShouldBe(original);
        copies["text"].ShouldBe(File.ReadAllBytes(text));
    }

    private Consumer ConsumerOfTorchSharp() => new(packages, TorchSharpPackage.References);

    private static byte[] LibraryIn(Consumer consumer, string folder) =>
        File.ReadAllBytes(Directory.GetFiles(Path.Combine(consumer.Folder, folder), "libLibTorchSharp.so", SearchOption.AllDirectories).ShouldHaveSingleItem());

    private static void ShouldDifferInOneBit(byte[] library)
    {
        byte[] original = File.ReadAllBytes(TorchSharpPackage.Library);
        library.Length.ShouldBe(original.Length);
        int place = Enumerable.Range(0, original.Length).Where(i => library[i] != original[i]).ShouldHaveSingleItem();
        (library[place] ^ original[place]).ShouldBe(2);
    }

    /// <summary>Runs the package's task on one file after the other; a source may be a copy that an earlier one made.</summary>
    private Copies Mark(params (string Copy, string Source, string Version)[] calls)
    {
        string folder = Directory.CreateDirectory(Path.Combine(packages.Folder, $"weak-{Guid.NewGuid():N}")).FullName;
        IEnumerable<string> tasks = calls.Select(static call =>
            $"""<MarkVersionAsWeak Library="{call.Source}" Mended="{call.Copy}" Version="{call.Version}" />""");
        File.WriteAllText(Path.Combine(folder, "Mark.proj"), $"""
            <Project>
              <Import Project="{Build.Repository}src/CnnGen/buildTransitive/CnnGen.targets" />
              <Target Name="Mark">
                {string.Join("\n    ", tasks)}
              </Target>
            </Project>
            """);
        DotNet.Run(folder, null, "msbuild", "Mark.proj", "-t:Mark", "-v:q").Succeeded();
        return new Copies(folder);
    }

    private sealed record Copies(string Folder)
    {
        public byte[] this[string name] => File.ReadAllBytes(Path.Combine(Folder, name));
    }
}
