using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What normalizations over a batch have in common.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private protected NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name) : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = nn.Parameter(ones(num_features, dtype, device));
            bias = nn.Parameter(zeros(num_features, dtype, device));
        }

        if (track_running_stats)
        {
            running_mean = zeros(num_features, dtype, device);
            running_var = ones(num_features, dtype, device);
            num_batches_tracked = tensor(0L, ScalarType.Int64, device);
        }
    }

    public long num_features { get; }

    public double eps { get; set; }

    /// <summary>The share of the new value in a running statistic; null for the plain average of all.</summary>
    public double? momentum { get; set; }

    public bool affine { get; }

    public bool track_running_stats { get; }

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

    public Tensor? running_mean
    {
        get => get_buffer(nameof(running_mean));
        set => SetBuffer(nameof(running_mean), value);
    }

    public Tensor? running_var
    {
        get => get_buffer(nameof(running_var));
        set => SetBuffer(nameof(running_var), value);
    }

    public Tensor? num_batches_tracked
    {
        get => get_buffer(nameof(num_batches_tracked));
        set => SetBuffer(nameof(num_batches_tracked), value);
    }

    public void reset_running_stats()
    {
        running_mean?.zero_();
        running_var?.fill_(1);
        num_batches_tracked?.zero_();
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine) return;
        nn.init.ones_(weight);
        nn.init.zeros_(bias!);
    }

    protected abstract void ValidateInputDimensions(Tensor input);
}
