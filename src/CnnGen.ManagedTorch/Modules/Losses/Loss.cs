using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A loss as a module: called with the output and the target.</summary>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base("")
    {
        this.reduction = reduction;
    }

    public nn.Reduction reduction { get; }
}
