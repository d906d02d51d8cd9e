using CnnGen.Torch.Tests.Checking;
using TorchSharp.Modules;

namespace CnnGen.Torch.Tests.Optimizers;

/// <summary>What an optimizer writes is read by either backend: name, counts, the settings of each group, the state of each parameter.</summary>
public class OptimizerFileTests
{
    [Fact]
    public void Of_gradient_descent() => ShouldWrite<SGD.State>(p => optim.SGD(p, 0.1, 0.9, 0.2, 0.3, false, true), (file, state) =>
    {
        file.Write(0.9);
        file.Write(0.2);
        file.Write(0.3);
        file.Write(false);
        file.Write(true);
        file.Write(true);
        Write(file, state.momentum_buffer!);
    });

    [Fact]
    public void Of_Adam() => ShouldWrite<Adam.State>(p => optim.Adam(p, 0.1, 0.8, 0.95, 1e-7, 0.2, true), (file, state) =>
    {
        file.Write(0.8);
        file.Write(0.95);
        file.Write(1e-7);
        file.Write(0.2);
        file.Write(true);
        file.Write(false);
        file.Write(1L);
        Write(file, state.exp_avg);
        Write(file, state.exp_avg_sq);
        file.Write(true);
        Write(file, state.max_exp_avg_sq!);
    });

    [Fact]
    public void Of_AdamW() => ShouldWrite<AdamW.State>(p => optim.AdamW(p, 0.1, 0.8, 0.95, 1e-7, 0.2), (file, state) =>
    {
        file.Write(0.8);
        file.Write(0.95);
        file.Write(1e-7);
        file.Write(0.2);
        file.Write(false);
        file.Write(false);
        file.Write(1L);
        Write(file, state.exp_avg);
        Write(file, state.exp_avg_sq);
        file.Write(false);
    });

    [Fact]
    public void Of_RMSProp() => ShouldWrite<RMSProp.State>(p => optim.RMSProp(p, 0.1, 0.9, 1e-7, 0.2, 0.8, true), (file, state) =>
    {
        file.Write(false);
        file.Write(0.8);
        file.Write(0.9);
        file.Write(1e-7);
        file.Write(0.2);
        file.Write(true);
        file.Write(1L);
        Write(file, state.square_avg);
        file.Write(true);
        Write(file, state.momentum_buffer);
        file.Write(true);
        Write(file, state.grad_avg);
    });

    [Fact]
    public void Of_Adagrad() => ShouldWrite<Adagrad.State>(p => optim.Adagrad(p, 0.1, 0.2, 0.3, 0.4, 1e-7), (file, state) =>
    {
        file.Write(0.2);
        file.Write(0.4);
        file.Write(1e-7);
        file.Write(0.3);
        file.Write(1L);
        Write(file, state.sum);
    });

    private static void ShouldWrite<TState>(Func<IEnumerable<Parameter>, OptimizerHelper> make, Action<BinaryWriter, TState> writeRest)
        where TState : OptimizerState
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(torch.tensor(new[] { 1f, -2f }));
        using var optimizer = make([parameter]);
        optimizer.ParamGroups.Single().LearningRate = 0.05;
        (parameter * torch.tensor(new[] { 3f, 5f })).sum().backward();
        optimizer.step();

        using var expected = new MemoryStream();
        using (var file = new BinaryWriter(expected))
        {
            file.Write(optimizer.GetType().Name);
            file.Write7BitEncodedInt(1);
            file.Write7BitEncodedInt(1);
            file.Write(0.1);
            file.Write(0.05);
            writeRest(file, (TState)optimizer.state_dict().State.Single());
        }

        using var actual = new MemoryStream();
        using (var file = new BinaryWriter(actual))
        {
            optimizer.save_state_dict(file);
        }

        actual.ToArray().ShouldBe(expected.ToArray());
    }

    private static void Write(BinaryWriter file, Tensor tensor)
    {
        file.Write7BitEncodedInt((int)ScalarType.Float32);
        file.Write7BitEncodedInt(1);
        file.Write7BitEncodedInt(2);
        file.Write(tensor.ToValue().ToBytes());
    }
}
