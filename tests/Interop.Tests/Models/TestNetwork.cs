using System.Reflection;
using System.Runtime.CompilerServices;
using CnnGen.Interop.Onnx;
using TorchSharp;

namespace CnnGen.Interop.Tests.Models;

/// <summary>A network that is run, and random examples for it.</summary>
internal sealed class TestNetwork : IDisposable
{
    private readonly torch.nn.Module _module;

    private TestNetwork(Type type)
    {
        _module = (torch.nn.Module)Activator.CreateInstance(type)!;
        _module.eval();
    }

    /// <summary>One with random weights.</summary>
    /// <param name="type">The network's class.</param>
    /// <param name="seed">What its numbers are drawn from.</param>
    public static TestNetwork Random(Type type, int seed)
    {
        torch.manual_seed(seed);
        var network = new TestNetwork(type);
        var random = new Random(seed);
        network.Network.SetWeights([.. network.Network.GetWeights().Select(weight => Drawn(weight, random))]);
        return network;
    }

    /// <summary>One with the weights that Keras saved.</summary>
    public static TestNetwork FromKeras(Type type, string file)
    {
        torch.manual_seed(1);
        var network = new TestNetwork(type);
        network.Network.LoadKeras(file);
        return network;
    }

    public INetwork Network => (INetwork)_module;

    /// <summary>Random inputs: as many examples of each.</summary>
    public IReadOnlyList<NumberTensor> Draw(int count) => [.. Network.Architecture.Ends!.Inputs.Select(input =>
    {
        using torch.Tensor tensor = torch.randn([count, .. AxisOrder.TensorSizes(input.Shape, input.Format).Select(static size => (long)size)]);
        return NumberTensor.Of(tensor);
    })];

    /// <summary>What its own <c>forward</c> gives.</summary>
    public IReadOnlyList<NumberTensor> Run(IReadOnlyList<NumberTensor> inputs)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        object[] tensors = [.. inputs.Select(static input => torch.tensor(input.Values, [.. input.Shape]))];
        MethodInfo forward = _module.GetType().GetMethod("forward", [.. tensors.Select(static _ => typeof(torch.Tensor))])!;
        using var mode = torch.no_grad();
        object output = forward.Invoke(_module, tensors)!;
        return output is ITuple several
            ? [.. Enumerable.Range(0, several.Length).Select(i => NumberTensor.Of((torch.Tensor)several[i]!))]
            : [NumberTensor.Of((torch.Tensor)output)];
    }

    public void Dispose() => _module.Dispose();

    // Start values that are all alike, such as the statistics of a normalization, hide mistakes. Kernels are random already, and small
    // enough for a deep network.
    private static Weight Drawn(Weight weight, Random random)
    {
        if (weight.Values is not float[] { Length: > 0 } values || values.Any(value => value != values[0]))
        {
            return weight;
        }

        float least = values[0] == 1 ? 0.5f : -0.5f;
        return weight with { Values = values.Select(_ => least + random.NextSingle()).ToArray() };
    }
}
