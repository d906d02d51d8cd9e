using Shouldly;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Tests.Tensors;

public sealed class FileFormatTests
{
    [Fact]
    public void A_tensor_is_type_rank_sizes_and_elements()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        using var numbers = tensor(new[] { 1f, -2f }, [2, 1]);
        numbers.Save(writer);
        stream.ToArray().ShouldBe([6, 2, 2, 1, 0, 0, 128, 63, 0, 0, 0, 192]);
    }

    [Fact]
    public void Elements_are_written_in_the_order_of_the_shape()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var images = rand(2, 3, 4, 5);
        nn.functional.max_pool2d(images, 1L).Save(writer);
        stream.Position = 0;
        TensorExtensionMethods.Load(new BinaryReader(stream)).data<float>().ToArray().ShouldBe(images.data<float>().ToArray());
    }

    [Fact]
    public void A_module_file_names_its_tensors()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        using var model = nn.Sequential(("fc", nn.Linear(1, 1)));
        model.save(writer);
        var bytes = stream.ToArray();
        bytes[..11].ShouldBe([2, 9, .. "fc.weight"u8]);
    }

    [Fact]
    public void A_file_that_does_not_fit_is_refused()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        using var model = nn.Sequential(nn.Linear(2, 2));
        model.save(writer);
        using var wider = nn.Sequential(nn.Linear(3, 2));
        using var other = nn.Sequential(("a", nn.Linear(2, 2)));
        Should.Throw<ArgumentException>(() => Load(wider, stream)).Message.ShouldContain("[2, 2]");
        Should.Throw<ArgumentException>(() => Load(other, stream)).Message.ShouldContain("0.weight");
        stream.SetLength(stream.Length - 1);
        Should.Throw<EndOfStreamException>(() => Load(model, stream));
    }

    [Theory]
    [InlineData(1L << 40, 1L)]
    [InlineData(1L << 40, 1L << 40)]
    [InlineData(3L, 2L)]
    public void A_file_that_states_more_than_it_has_is_refused_before_memory_is_taken(long rows, long columns)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var number in (long[])[(long)ScalarType.Float32, 2, rows, columns]) writer.Write7BitEncodedInt64(number);
        writer.Write(1f);
        stream.Position = 0;

        Should.Throw<EndOfStreamException>(() => TensorExtensionMethods.Load(new BinaryReader(stream))).Message.ShouldContain("4 are left");
    }

    [Fact]
    public void Every_optimizer_goes_on_where_its_file_ended()
    {
        foreach (var make in Optimizers)
        {
            using var scope = NewDisposeScope();
            manual_seed(1);
            var first = new TorchSharp.Modules.Parameter(randn(5));
            using var original = make(first);
            Step(original, first, 3);
            using var stream = new MemoryStream();
            using var writer = new BinaryWriter(stream);
            original.save_state_dict(writer);

            var second = new TorchSharp.Modules.Parameter(first.detach().clone());
            using var copy = make(second);
            stream.Position = 0;
            copy.load_state_dict(new BinaryReader(stream));
            Step(original, first, 2);
            Step(copy, second, 2);
            second.data<float>().ToArray().ShouldBe(first.data<float>().ToArray());
        }
    }

    private static IEnumerable<Func<TorchSharp.Modules.Parameter, TorchSharp.Modules.OptimizerHelper>> Optimizers =>
    [
        p => optim.SGD([p], 0.1),
        p => optim.SGD([p], 0.1, 0.9, nesterov: true),
        p => optim.Adam([p], 0.1, amsgrad: true),
        p => optim.AdamW([p], 0.1, weight_decay: 0.1),
        p => optim.RMSProp([p], 0.1, momentum: 0.5, centered: true),
    ];

    private static void Step(optim.Optimizer optimizer, Tensor parameter, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            optimizer.zero_grad();
            parameter.square().sum().backward();
            optimizer.step();
        }
    }

    private static void Load(nn.Module model, MemoryStream stream)
    {
        stream.Position = 0;
        model.load(new BinaryReader(stream));
    }
}
