using System.Reflection;
using System.Runtime.CompilerServices;
using CnnGen.Interop.Onnx;
using TorchSharp;

namespace CnnGen.Interop.Tests.Onnx;

/// <summary>A network with random weights, and random examples for it.</summary>
internal sealed class RandomNetwork : IDisposable
{
    private readonly torch.nn.Module _module;

    /// <param name="type">The network's class.</param>
    /// <param name="seed">What its numbers are drawn from.</param>
    public RandomNetwork(Type type, int seed)
    {
        torch.manual_seed(seed);
        _module = (torch.nn.Module)Activator.CreateInstance(type)!;
        _module.eval();
        var random = new Random(seed);
        Network.SetWeights([.. Network.GetWeights().Select(weight => Drawn(weight, random))]);
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

/// <summary>Numbers and how they are arranged.</summary>
internal sealed record NumberTensor(float[] Values, long[] Shape)
{
    public static NumberTensor Of(torch.Tensor tensor) => new(tensor.contiguous().data<float>().ToArray(), [.. tensor.shape]);
}
