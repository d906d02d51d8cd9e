using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Modules;

public class StateTests
{
    [Fact]
    public void The_state_of_one_network_makes_another_one_equal()
    {
        using var scope = NewDisposeScope();
        using var source = Trained();
        using var target = new TinyNetwork();
        var (missing, unexpected) = target.load_state_dict(source.state_dict());
        missing.ShouldBeEmpty();
        unexpected.ShouldBeEmpty();
        ShouldBeEqual(target, source);
    }

    [Fact]
    public void A_file_brings_the_state_back()
    {
        using var scope = NewDisposeScope();
        using var source = Trained();
        using var target = new TinyNetwork();
        var path = Path.GetTempFileName();
        try
        {
            source.save(path);
            target.load(path);
            ShouldBeEqual(target, source);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_is_a_count_and_then_key_type_shape_and_values_of_each_entry()
    {
        using var scope = NewDisposeScope();
        using var network = Trained();
        using var expected = new MemoryStream();
        using var writer = new BinaryWriter(expected);
        var state = network.state_dict();
        writer.Write7BitEncodedInt(state.Count);
        foreach (var (key, tensor) in state)
        {
            writer.Write(key);
            writer.Write7BitEncodedInt((int)tensor.dtype);
            writer.Write7BitEncodedInt(tensor.shape.Length);
            Array.ForEach(tensor.shape, size => writer.Write7BitEncodedInt64(size));
            writer.Write(tensor.ToValue().ToBytes());
        }

        using var actual = new MemoryStream();
        using (var saving = new BinaryWriter(actual))
        {
            network.save(saving);
        }

        actual.ToArray().ShouldBe(expected.ToArray());
    }

    [Fact]
    public void A_state_with_a_missing_key_is_refused()
    {
        using var network = new TinyNetwork();
        var state = network.state_dict();
        state.Remove("dense.bias");
        Should.Throw<Exception>(() => network.load_state_dict(state));
    }

    [Fact]
    public void Without_strictness_the_differences_are_reported()
    {
        using var scope = NewDisposeScope();
        using var network = new TinyNetwork();
        var state = network.state_dict();
        state.Remove("dense.bias");
        state.Add("dense_1.bias", zeros(3));
        var (missing, unexpected) = network.load_state_dict(state, false);
        missing.ShouldBe(["dense.bias"]);
        unexpected.ShouldBe(["dense_1.bias"]);
    }

    [Fact]
    public void A_state_of_another_shape_is_refused()
    {
        using var scope = NewDisposeScope();
        using var network = new TinyNetwork();
        var state = network.state_dict();
        state["dense.bias"] = zeros(4);
        Should.Throw<Exception>(() => network.load_state_dict(state));
    }

    [Fact]
    public void Writing_into_the_state_changes_the_network()
    {
        using var scope = NewDisposeScope();
        using var network = new TinyNetwork();
        using (no_grad())
        {
            network.state_dict()["dense.bias"].copy_(torch.tensor(new[] { 1f, 2f, 3f }));
        }

        network.parameters().Last().ToFloats().ShouldBe([1f, 2f, 3f]);
    }

    private static TinyNetwork Trained()
    {
        var network = new TinyNetwork();
        network.call(TinyNetwork.AnyImages(6));
        return network;
    }

    private static void ShouldBeEqual(TinyNetwork actual, TinyNetwork expected)
    {
        var state = expected.state_dict();
        foreach (var (key, tensor) in actual.state_dict())
        {
            tensor.ToValue().Data.ShouldBe(state[key].ToValue().Data, key);
        }
    }
}
