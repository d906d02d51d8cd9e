using System.Diagnostics;

namespace CnnGen.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private const string Guid = "00112233445566778899aabbccddeeff";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_dead_process_left_is_deleted_by_the_next_writing()
    {
        _folder.Write($"weights.safetensors.{DeadProcess()}-{Guid}.cnngen.tmp", [1]);
        _folder.Write($"another.{Environment.ProcessId}-{Guid}.cnngen.tmp", [1]);

        AtomicFile.Write(_folder.File("a"), stream => stream.WriteByte(1));

        _folder.Names().ShouldBe(["a"]);
    }

    [Fact]
    public void What_others_own_stays()
    {
        string[] others =
        [
            "a.tmp",
            "b.cnngen.tmp",
            $"c.{DeadProcess()}-{Guid}.tmp",
            $"d.{DeadProcess()}-{Guid[..31]}.cnngen.tmp",
            $"e.{DeadProcess()}-{Guid}.cnngen.tmp.bak",
            $".{DeadProcess()}-{Guid}.cnngen.tmp",
            $"f.{LiveProcess()}-{Guid}.cnngen.tmp",
        ];
        others.ToList().ForEach(name => _folder.Write(name, [1]));
        Directory.CreateDirectory(_folder.File($"g.{DeadProcess()}-{Guid}.cnngen.tmp"));

        AtomicFile.Write(_folder.File("z"), stream => stream.WriteByte(1));

        _folder.Names().ShouldBe([.. others.Append($"g.{DeadProcess()}-{Guid}.cnngen.tmp").Append("z").Order()!]);
    }

    [Fact]
    public void A_file_that_is_locked_stays_whatever_the_number_of_its_process()
    {
        string name = $"a.{DeadProcess()}-{Guid}.cnngen.tmp";
        using (new FileStream(_folder.File(name), FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            AtomicFile.Write(_folder.File("b"), stream => stream.WriteByte(1));
            _folder.Names().ShouldBe([name, "b"]);
        }

        AtomicFile.Write(_folder.File("b"), stream => stream.WriteByte(1));
        _folder.Names().ShouldBe(["b"]);
    }

    [Fact]
    public void Writings_in_one_folder_do_not_disturb_each_other()
    {
        Parallel.For(0, 200, i => AtomicFile.Write(_folder.File($"{i % 20}"), stream =>
        {
            stream.WriteByte((byte)i);
            AtomicFile.Write(_folder.File($"inner{i}"), inner => inner.WriteByte((byte)i));
        }));

        _folder.Names().Length.ShouldBe(220);
        _folder.Names().ShouldAllBe(name => new FileInfo(_folder.File(name)).Length == 1);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_named()
    {
        Directory.CreateDirectory(_folder.File("folder"));

        Should.Throw<CnnGenException>(() => AtomicFile.Write(_folder.File("folder"), stream => stream.WriteByte(1))).Message
            .ShouldBe($"{_folder.File("folder")} cannot be written: it is a folder. Name a file in it.");
        _folder.Names().ShouldBe(["folder"]);
    }

    // Numbers go up to four million on Linux, and far from as high elsewhere.
    private static int DeadProcess() => int.MaxValue - 1;

    private static int LiveProcess() => Process.GetProcesses().First(process => process.Id is not 0 && process.Id != Environment.ProcessId).Id;
}
