using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalization over groups of channels.</summary>
public sealed class GroupNorm : nn.Module<Tensor, Tensor>
{
    internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype) : base(nameof(GroupNorm))
    {
        this.num_groups = num_groups;
        this.eps = eps;
        this.affine = affine;
        if (!affine) return;
        weight = nn.Parameter(ones(num_channels, dtype, device));
        bias = nn.Parameter(zeros(num_channels, dtype, device));
    }

    public long num_groups { get; set; }

    public double eps { get; set; }

    public bool affine { get; set; }

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

    public override Tensor forward(Tensor tensor)
    {
        if (tensor.ndim < 3) throw new ArgumentException($"Invalid number of dimensions for GroupNorm argument: {tensor.ndim}");
        return nn.functional.group_norm(tensor, num_groups, weight, bias, eps);
    }
}
