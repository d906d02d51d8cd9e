using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A dense layer: x · weightᵀ + bias.</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
    {
        in_features = weight.size(1);
        out_features = weight.size(0);
        this.weight = weight;
        this.bias = bias;
    }

    internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Linear))
    {
        in_features = inputSize;
        out_features = outputSize;
        weight = empty(outputSize, inputSize, dtype, device).AsParameter();
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (!hasBias) return;
        bias = empty(outputSize, dtype, device).AsParameter();
        var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
        nn.init.uniform_(bias, -bound, bound);
    }

    public long in_features { get; set; }

    public long out_features { get; set; }

    /// <summary>Outputs × inputs.</summary>
    public Parameter weight
    {
        get => get_parameter(nameof(weight))!;
        set => SetParameter(nameof(weight), value);
    }

    public Parameter? bias
    {
        get => get_parameter(nameof(bias));
        set => SetParameter(nameof(bias), value);
    }

    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);
}
