using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalization of each channel of each example, whatever the number of dimensions.</summary>
public abstract class InstanceNorm : NormBase
{
    private protected InstanceNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    /// <summary>How many dimensions from the end the channels are.</summary>
    protected abstract long GetNumberOfBatchDimensions();

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var channels = (int)(input.ndim - GetNumberOfBatchDimensions());
        if (input.size(channels) != num_features)
        {
            throw new ArgumentException(
                $"expected input's size at dim={channels} to match num_features ({num_features}), but got: {input.size(channels)} (shape [{string.Join(", ", input.shape)}]).");
        }

        if (channels > 0) return Normalized(input);
        using var scope = NewDisposeScope();
        return Normalized(input.unsqueeze(0)).squeeze(0).MoveToOuterDisposeScope();
    }

    private Tensor Normalized(Tensor input) =>
        nn.functional.instance_norm(input, running_mean, running_var, affine ? weight : null, bias, training || !track_running_stats, momentum ?? 0.1, eps);
}
