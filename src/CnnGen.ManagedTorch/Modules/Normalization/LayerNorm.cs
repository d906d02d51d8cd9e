using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalization over the last dimensions.</summary>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype) : base(nameof(LayerNorm))
    {
        this.normalized_shape = normalized_shape;
        this.eps = eps;
        this.elementwise_affine = elementwise_affine;
        if (!elementwise_affine) return;
        weight = nn.Parameter(ones(normalized_shape, dtype, device));
        if (bias) this.bias = nn.Parameter(zeros(normalized_shape, dtype, device));
    }

    public long[] normalized_shape { get; set; }

    public double eps { get; set; }

    public bool elementwise_affine { get; set; }

    public Parameter? weight
    {
        get => get_parameter(nameof(weight));
        set => SetParameter(nameof(weight), value);
    }

    public Parameter? bias
    {
        get => get_parameter(nameof(bias));
        set => SetParameter(nameof(bias), value);
    }

    public void reset_parameters()
    {
        if (weight is { } scale) nn.init.ones_(scale);
        if (bias is { } shift) nn.init.zeros_(shift);
    }

    public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, normalized_shape, weight, bias, eps);
}
