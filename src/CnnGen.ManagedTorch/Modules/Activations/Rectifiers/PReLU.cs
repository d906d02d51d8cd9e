using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x where positive, a learned slope elsewhere: one for all, or one for each channel (dimension 1).</summary>
public sealed class PReLU : nn.Module<Tensor, Tensor>
{
    internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype) : base(nameof(PReLU))
    {
        this.num_parameters = num_parameters;
        this.init = init;
        weight = full(num_parameters, init, dtype, device).AsParameter();
    }

    public long num_parameters { get; }

    /// <summary>What each slope starts at.</summary>
    public double init { get; }

    public Parameter weight
    {
        get => get_parameter(nameof(weight))!;
        set => SetParameter(nameof(weight), value);
    }

    public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, weight);
}
