using FsCheck.Xunit;

namespace CnnGen.Tests;

public class StateTensorsTests
{
    [Property]
    public void What_was_taken_down_in_parts_is_read_as_one(byte[][] written, byte longest)
    {
        int longestPart = 1 + (longest % 20);
        byte[] all = [.. written.SelectMany(static bytes => bytes)];
        IReadOnlyList<Weight> tensors = StateTensors.Save("state", writer => Array.ForEach(written, writer.Write), longestPart);

        tensors.Count.ShouldBe(Math.Max(1, (all.Length + longestPart - 1) / longestPart));
        tensors.SkipLast(1).ShouldAllBe(tensor => tensor.Values.Length == longestPart);
        tensors.ShouldAllBe(static tensor => tensor.Shape.Single() == tensor.Values.Length);
        var parts = StateTensors.Of("state", tensors.ToDictionary(static tensor => tensor.Name, static tensor => (byte[])tensor.Values));
        using var content = new PartedContent(parts);
        content.Length.ShouldBe(all.Length);
        using var reader = new BinaryReader(content);
        foreach (byte[] bytes in written)
        {
            reader.ReadBytes(bytes.Length).ShouldBe(bytes);
        }

        content.Position.ShouldBe(all.Length);
        reader.Read(new byte[1]).ShouldBe(0);
        for (int place = 0; place < all.Length; place++)
        {
            content.Seek(place - all.Length, SeekOrigin.End).ShouldBe(place);
            content.ReadByte().ShouldBe(all[place]);
        }
    }

    [Fact]
    public void Parts_are_numbered_behind_the_name()
    {
        StateTensors.Save("state", static writer => writer.Write(new byte[25]), 10).Select(static tensor => tensor.Name).ShouldBe(["state", "state.1", "state.2"]);
        StateTensors.Save("state", static writer => writer.Write(new byte[20]), 10).Select(static tensor => tensor.Values.Length).ShouldBe([10, 10]);
        StateTensors.Save("state", static _ => { }).Select(static tensor => tensor.Values.Length).ShouldBe([0]);
        StateTensors.Of("other", new Dictionary<string, byte[]> { ["other.1"] = [1] }).ShouldBeEmpty();
    }
}
