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

        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        optimizer.save_state_dict(writer);
        writer.Flush();
        file.Position = 0;

        var resumed = new Parameter(whole.detach().clone());
        using var second = Optimizers[name]([resumed]);
        using var reader = new BinaryReader(file);
        second.load_state_dict(reader);

        Train(whole, optimizer, 3);
        Train(resumed, second, 3);
        resumed.ToFloats().ShouldBe(whole.ToFloats());
    }

    private static void Train(Parameter parameter, optim.Optimizer optimizer, int steps)
    {
        var scale = torch.tensor(new[] { 1f, -2f, 3f });
        for (var step = 0; step < steps; step++)
        {
            optimizer.zero_grad();
            (parameter * parameter * scale).sum().backward();
            optimizer.step();
        }
    }
}
