using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalization, whatever the number of dimensions.</summary>
public abstract class BatchNorm : NormBase
{
    private protected BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var share = momentum ?? 0;
        if (training && num_batches_tracked is { } batches)
        {
            batches.add_(1);
            if (momentum is null) share = 1.0 / batches.item<long>();
        }

        var ownStatistics = training || running_mean is null;
        var keepsTrack = !training || track_running_stats;
        return nn.functional.batch_norm(
            input, keepsTrack ? running_mean : null, keepsTrack ? running_var : null, affine ? weight : null, bias, ownStatistics, share, eps);
    }
}
