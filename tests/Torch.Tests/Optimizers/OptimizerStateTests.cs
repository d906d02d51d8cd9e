using CnnGen.Torch.Tests.Checking;
using TorchSharp.Modules;

namespace CnnGen.Torch.Tests.Optimizers;

public class OptimizerStateTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, OptimizerHelper>> Optimizers = new()
    {
        ["SGD"] = p => optim.SGD(p, 0.1, 0.9),
        ["Adam"] = p => optim.Adam(p, 0.1, 0.9, 0.999, 1e-8, 0, true),
        ["AdamW"] = p => optim.AdamW(p, 0.1, 0.9, 0.999, 1e-8, 0.1),
        ["Adagrad"] = p => optim.Adagrad(p, 0.1, 0.01, 0, 0.2),
        ["RMSProp"] = p => optim.RMSProp(p, 0.1, 0.9, 1e-8, 0, 0.8, true),
    };

    public static TheoryData<string> Names => [.. Optimizers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_training_that_is_interrupted_and_resumed_goes_on_as_if_it_had_not_been(string name)
    {
        using var scope = NewDisposeScope();
        var whole = new Parameter(ones(3));
        using var optimizer = Optimizers[name]([whole]);
        Train(whole, optimizer, 3);

        using MemoryStream file = Saved(optimizer);

        var resumed = new Parameter(whole.detach().clone());
        using var second = Optimizers[name]([resumed]);
        using var reader = new BinaryReader(file);
        second.load_state_dict(reader);

        Train(whole, optimizer, 3);
        Train(resumed, second, 3);
        resumed.ToFloats().ShouldBe(whole.ToFloats());
    }

    [Theory, MemberData(nameof(Names))]
    public void A_state_of_a_parameter_of_another_shape_is_refused(string name)
    {
        using var scope = NewDisposeScope();
        var (wide, narrow) = (new Parameter(ones(3)), new Parameter(ones(2, 2)));
        using var optimizer = Optimizers[name]([wide]);
        Train(wide, optimizer, 2);
        using MemoryStream file = Saved(optimizer);

        using var second = Optimizers[name]([narrow]);
        narrow.sum().backward();
        Should.Throw<Exception>(() =>
        {
            second.load_state_dict(optimizer.state_dict());
            second.step();
        });
        using var third = Optimizers[name]([narrow]);
        using var reader = new BinaryReader(file);
        Should.Throw<Exception>(() =>
        {
            third.load_state_dict(reader);
            third.step();
        });
    }

    [Theory, MemberData(nameof(Names))]
    public void A_state_fits_a_parameter_that_lies_otherwise_in_memory(string name)
    {
        using var scope = NewDisposeScope();
        var rows = new Parameter(arange(24, ScalarType.Float32).reshape(1, 2, 3, 4));
        using var optimizer = Optimizers[name]([rows]);
        Train(rows, optimizer, 2);
        var image = new Parameter(Layout.ChannelsLast.Arrange(rows.detach().clone()));
        using var second = Optimizers[name]([image]);
        second.load_state_dict(optimizer.state_dict());

        Train(rows, optimizer, 2);
        Train(image, second, 2);
        image.ToFloats().ShouldBeCloseTo(rows.ToFloats(), Closeness.Forward, "parameter");
    }

    [Fact]
    public void A_momentum_from_a_file_fits_a_parameter_that_lies_otherwise_in_memory()
    {
        using var scope = NewDisposeScope();
        var rows = new Parameter(arange(24, ScalarType.Float32).reshape(1, 2, 3, 4));
        using var optimizer = optim.SGD([rows], 0.1, 0.9);
        Train(rows, optimizer, 2);
        using MemoryStream file = Saved(optimizer);
        var image = new Parameter(Layout.ChannelsLast.Arrange(rows.detach().clone()));
        using var second = optim.SGD([image], 0.1, 0.9);
        using var reader = new BinaryReader(file);
        second.load_state_dict(reader);

        Train(rows, optimizer, 2);
        Train(image, second, 2);
        image.ToFloats().ShouldBeCloseTo(rows.ToFloats(), Closeness.Forward, "parameter");
    }

    [FactExceptOnTorchSharp("It computes with a state of any type.")]
    public void A_state_of_another_type_is_refused()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(ones(3));
        using var optimizer = optim.SGD([parameter], 0.1, 0.9);
        Train(parameter, optimizer, 1);
        ((SGD.State)optimizer.state_dict().State[0]).momentum_buffer = ones(3, ScalarType.Float64);
        Should.Throw<Exception>(() => Train(parameter, optimizer, 1)).Message.ShouldContain("Float64");
    }

    // What an optimizer writes, to be read from the start.
    private static MemoryStream Saved(OptimizerHelper optimizer)
    {
        var file = new MemoryStream();
        using var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true);
        optimizer.save_state_dict(writer);
        writer.Flush();
        file.Position = 0;
        return file;
    }

    private static void Train(Parameter parameter, optim.Optimizer optimizer, int steps)
    {
        var scale = linspace(-2, 3, parameter.numel(), ScalarType.Float32).reshape(parameter.shape);
        for (var step = 0; step < steps; step++)
        {
            optimizer.zero_grad();
            (parameter * parameter * scale).sum().backward();
            optimizer.step();
        }
    }
}
