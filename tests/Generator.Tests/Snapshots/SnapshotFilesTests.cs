using Shouldly;
using Xunit.Sdk;

namespace CnnGen.Generator.Tests;

public sealed class SnapshotFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    [Fact]
    public void The_same_text_passes()
    {
        Put("Cnn.Test#A.verified.cs", "one\n");

        Compare(("#A.verified.cs", "one\n"));

        Files().ShouldBe(["Cnn.Test#A.verified.cs"]);
    }

    [Fact]
    public void Another_text_fails_and_lies_beside_the_verified_one()
    {
        Put("Cnn.Test#A.verified.cs", "one\ntwo\n");

        Should.Throw<XunitException>(() => Compare(("#A.verified.cs", "one\n2\n"))).Message
            .ShouldContain("Cnn.Test#A.verified.cs differs: line 2 was 'two' and is '2'");

        Get("Cnn.Test#A.received.cs").ShouldBe("one\n2\n");
    }

    [Fact]
    public void A_blank_at_the_end_of_a_line_counts()
    {
        Put("Cnn.Test#A.verified.cs", "one \n");

        Should.Throw<XunitException>(() => Compare(("#A.verified.cs", "one\n")));
    }

    [Fact]
    public void A_missing_verified_file_fails()
    {
        Should.Throw<XunitException>(() => Compare(("#A.verified.cs", "one\n"))).Message.ShouldContain("does not exist yet");

        Get("Cnn.Test#A.received.cs").ShouldBe("one\n");
    }

    [Fact]
    public void A_stale_verified_file_fails()
    {
        Put("Cnn.Test#A.verified.cs", "one\n");
        Put("Cnn.Test#B.verified.cs", "two\n");

        Should.Throw<XunitException>(() => Compare(("#A.verified.cs", "one\n"))).Message.ShouldContain("Cnn.Test#B.verified.cs is stale");
    }

    [Fact]
    public void A_received_file_of_an_earlier_run_goes_once_the_test_passes()
    {
        Put("Cnn.Test#A.verified.cs", "one\n");
        Put("Cnn.Test#A.received.cs", "old\n");

        Compare(("#A.verified.cs", "one\n"));

        Files().ShouldBe(["Cnn.Test#A.verified.cs"]);
    }

    [Fact]
    public void The_files_of_a_test_with_a_longer_name_are_left_alone()
    {
        Put("Cnn.Test#A.verified.cs", "one\n");
        Put("Cnn.Test_same#A.verified.cs", "two\n");
        Put("Cnn.Tests#A.verified.cs", "three\n");

        Compare(("#A.verified.cs", "one\n"));
    }

    [Fact]
    public void Accepting_takes_the_new_text_and_deletes_what_is_stale()
    {
        Put("Cnn.Test#A.verified.cs", "one\n");
        Put("Cnn.Test#B.verified.cs", "two\n");

        Compare(accepting: true, ("#A.verified.cs", "1\n"), ("#C.verified.cs", "3\n"));

        Files().ShouldBe(["Cnn.Test#A.verified.cs", "Cnn.Test#C.verified.cs"], ignoreOrder: true);
        Get("Cnn.Test#A.verified.cs").ShouldBe("1\n");
    }

    [Fact]
    public void Accepting_is_off_unless_asked_for() => SnapshotFiles.Accepting(_ => null).ShouldBeFalse();

    [Fact]
    public void Accepting_is_on_when_asked_for() =>
        SnapshotFiles.Accepting(name => name == "CNNGEN_ACCEPT_SNAPSHOTS" ? "1" : null).ShouldBeTrue();

    [Fact]
    public void Accepting_is_refused_in_CI() =>
        Should.Throw<InvalidOperationException>(() => SnapshotFiles.Accepting(_ => "1")).Message.ShouldContain("CI");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Compare(params (string Suffix, string Text)[] actual) => Compare(accepting: false, actual);

    private void Compare(bool accepting, params (string Suffix, string Text)[] actual) =>
        new SnapshotFiles(Path.Combine(_folder, "Cnn.cs"), "Test", scenario: null)
            .Compare(actual.ToDictionary(a => a.Suffix, a => a.Text), accepting);

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private string Get(string name) => File.ReadAllText(Path.Combine(_folder, name));

    private string[] Files() => [.. Directory.EnumerateFiles(_folder).Select(f => Path.GetFileName(f)!)];
}
